using System.CommandLine;
using Cxf.Flows.FlowTests;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf test</c>: runs the tests that flow documents carry, in this process and in virtual time.</summary>
internal static class TestCommand
{
    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console) =>
        new Command(
            "test",
            "Run the tests of flow documents, and show what differs and which paths through the flow no test takes. The "
                + "test cases of contact flows (contact-flows/NAME.tests/*.json, in Amazon Connect's testing language) run, too."
        ).OnFlows(console, (folder, arguments, cancellationToken) => RunAsync(console, folder, arguments, cancellationToken));

    private static async Task<int> RunAsync(
        IAnsiConsole console,
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

        var results = flows.SelectMany(flow => flow.Tests?.Results ?? []).ToList();
        var wrong = flows.Count(flow => flow.Tests is null);
        await FlowReport.WriteAsync(
            flows,
            folder.Others,
            console,
            arguments.GetValue(FlowCommandOptions.Json),
            Print,
            $"{FlowCommandOptions.Count(flows.Count, "flow")}, {FlowCommandOptions.Count(results.Count, "test")}: "
                + $"{results.Count(result => result.Passed)} passed, {results.Count(result => !result.Passed)} failed"
                + (wrong == 0 ? "." : $"; {FlowCommandOptions.Count(wrong, "flow")} with errors not tested.")
                + Summary(contactFlows),
            contactFlows
        );
        return
            !folder.HasErrors
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

    private static void Print(Lines lines, FlowReport report)
    {
        if (report.Tests is { } tests)
        {
            new FlowTestPrinter(lines).Print(report.Document.File.Path, report.Document.Source, tests);
        }
    }
}
