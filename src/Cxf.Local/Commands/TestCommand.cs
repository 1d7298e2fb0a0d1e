using System.CommandLine;
using Cxf.Flows.FlowTests;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary><c>cxf test</c>: runs the tests that flow documents carry, in this process and in virtual time.</summary>
internal static class TestCommand
{
    private static readonly Option<bool> Full = new("--full")
    {
        Description = "Show the steps of every test, each with its input, output, request and variables.",
    };

    private static readonly Option<int> Generated = new Option<int>("--generated")
    {
        HelpName = "number",
        Description =
            "Also run each flow so many times with answers that the descriptions of its connections allow, at random: optional "
            + "members are left out, lists are empty. Shows which steps cannot work with them.",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        HelpName = "number",
        Description = "With --generated: what the answers depend on. The same seed makes the same answers. Default: 1.",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command(
            "test",
            "Run the tests of flow documents, and show what differs and which paths through the flow no test takes. The "
                + "test cases of contact flows (contact-flows/NAME.tests/*.json, in Amazon Connect's testing language) run, too."
        )
        {
            Full,
            Generated,
            Seed,
        }.OnFlows(lines, (folder, arguments, cancellationToken) => RunAsync(lines, folder, arguments, cancellationToken));

    private static async Task<int> RunAsync(
        Lines lines,
        FolderReading folder,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        var flows = folder.Flows.Select(document => new FlowReport(document, Run(document, cancellationToken))).ToList();
        var contactFlows = new List<ContactFlowReport>();
        foreach (var document in folder.ContactFlows)
        {
            if (await ContactFlowReport.RunAsync(document, cancellationToken) is { } report)
            {
                contactFlows.Add(report);
            }
        }

        var failed = arguments.GetValue(Generated) is > 0 and var number
            ? GeneratedAnswers.Run(
                lines,
                folder,
                number,
                arguments.GetValue(Seed),
                arguments.GetValue(FlowCommandOptions.Json),
                cancellationToken
            )
            : 0;
        var results = flows.SelectMany(flow => flow.Tests?.Results ?? []).ToList();
        var wrong = flows.Count(flow => flow.Tests is null);
        FlowReport.Write(
            flows,
            folder.Others,
            lines,
            arguments.GetValue(FlowCommandOptions.Json),
            (output, report) => Print(output, report, arguments.GetValue(Full)),
            $"{FlowCommandOptions.Count(flows.Count, "flow")}, {FlowCommandOptions.Count(results.Count, "test")}: "
                + $"{results.Count(result => result.Passed)} passed, {results.Count(result => !result.Passed)} failed"
                + (wrong == 0 ? "." : $"; {FlowCommandOptions.Count(wrong, "flow")} with errors not tested.")
                + Summary(contactFlows),
            contactFlows
        );
        return
            !folder.HasErrors
            && failed == 0
            && flows.All(flow => flow.Tests is { Passed: true })
            && contactFlows.All(report => report.Results.All(result => result.Passed))
            ? ExitCode.Clean
            : ExitCode.Problems;
    }

    private static string Summary(List<ContactFlowReport> contactFlows)
    {
        var results = contactFlows.SelectMany(report => report.Results).ToList();
        return contactFlows.Count == 0
            ? ""
            : $" {FlowCommandOptions.Count(contactFlows.Count, "contact flow")}, "
                + $"{FlowCommandOptions.Count(results.Count, "test")}: "
                + $"{results.Count(result => result.Passed)} passed, {results.Count(result => !result.Passed)} failed.";
    }

    /// <summary>The results; null for a flow with errors, which cannot run.</summary>
    private static FlowTestReport? Run(FlowDocument document, CancellationToken cancellationToken) =>
        document.Reading.Flow is { } flow ? document.Test(flow, cancellationToken) : null;

    private static void Print(Lines lines, FlowReport report, bool isFull)
    {
        if (report.Tests is { } tests)
        {
            var sensitive = report.Document.Reading.Flow?.Input.SensitiveNames() ?? [];
            var urls = ConnectionUrls.Of(report.Document.File);
            new FlowTestPrinter(lines, new PersonalData(sensitive) { ShowsAll = isFull }, urls.Find, isFull).Print(
                report.Document.File.Path,
                report.Document.Source,
                tests
            );
        }
    }
}
