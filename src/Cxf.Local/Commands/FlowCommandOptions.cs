using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Publishing;

namespace Cxf.Local.Commands;

/// <summary>
/// What the commands on flow documents have in common: the documents are files, or drafts of a deployment where one is named.
/// </summary>
internal static class FlowCommandOptions
{
    public static Option<bool> Json { get; } =
        new("--json") { Description = "Print JSON for programs instead of text for people." };

    /// <summary>Whether the documents are read again whenever one changes.</summary>
    public static Option<bool> Watch { get; } =
        new("--watch") { Description = "Check again whenever a document changes, until Ctrl+C." };

    private static Argument<string> What { get; } =
        new("flows")
        {
            Description =
                "A flow document, or a folder with flow documents (in folders named \"flows\", or in the folder "
                + "itself). In a deployment: tenant/flow, or a tenant with all its flows.",
        };

    /// <summary>Lets a command work on the documents that its arguments name.</summary>
    /// <param name="command">The command.</param>
    /// <param name="lines">Where to.</param>
    /// <param name="run">Runs it.</param>
    /// <param name="flowsOnly">Whether it can do nothing with other documents than flows. Default: it can.</param>
    public static Command OnFlows(
        this Command command,
        Lines lines,
        Func<FolderReading, ParseResult, CancellationToken, Task<int>> run,
        bool flowsOnly = false
    )
    {
        command.Add(What);
        command.Add(PlaceholderOption.Set);
        command.WithDeployment().Validators.Add(CheckWhat);
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, run, flowsOnly, cancellationToken));
        return command;
    }

    /// <summary>A number with its noun: <c>1 flow</c>, <c>3 flows</c>.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static Task<int> RunAsync(
        Lines lines,
        ParseResult arguments,
        Func<FolderReading, ParseResult, CancellationToken, Task<int>> run,
        bool flowsOnly,
        CancellationToken cancellationToken
    )
    {
        var what = arguments.GetValue(What)!;
        return TargetOptions.IsNamed(arguments.CommandResult)
            ? TargetCommand.OpenAsync(
                lines,
                arguments,
                async target =>
                {
                    var reference = FlowReference.Parse(what, needsFlow: false)!;
                    return await OnAsync(
                        new FolderReading(
                            await DeploymentFlows.ReadAsync(target, reference.Tenant, reference.Flow, cancellationToken),
                            []
                        ),
                        $"draft of {what} in {target.Name}"
                    );
                }
            )
            : FilesAsync();

        async Task<int> FilesAsync()
        {
            if (!arguments.GetValue(Watch))
            {
                return await FilesOnceAsync();
            }

            var code = ExitCode.Clean;
            await FolderWatch.RunAsync(
                what,
                async () =>
                {
                    var start = TimeProvider.System.GetTimestamp();
                    code = await FilesOnceAsync();
                    var took = TimeProvider.System.GetElapsedTime(start);
                    lines.Write(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Checked in {took.TotalMilliseconds:0} ms. Waiting for changes; Ctrl+C ends."
                        )
                    );
                    lines.Write();
                },
                TimeProvider.System,
                cancellationToken
            );
            return code;
        }

        async Task<int> FilesOnceAsync() =>
            PlaceholderOption.Problem(arguments, what, others: null) is { } problem
                ? TargetCommand.Refuse(lines, arguments, ExitCode.Usage, problem)
                : await OnAsync(
                    await PathReading.ReadAsync(what, PlaceholderOption.Values(arguments), cancellationToken),
                    $"flow document in {what}"
                );

        // A path without flows is usually a mistake.
        async Task<int> OnAsync(FolderReading documents, string place)
        {
            if (!documents.IsEmpty && (!flowsOnly || documents.Flows.Count > 0))
            {
                return await run(documents, arguments, cancellationToken);
            }

            var kind = documents.Named ?? (documents.ContactFlows.Count > 0 ? DocumentKind.ContactFlow : null);
            var isFile = File.Exists(what) && kind is not null;
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Usage,
                $"There is no {place}{(isFile ? $": it is {kind!.Value.Text()}" : "")}."
            );
        }
    }

    private static void CheckWhat(CommandResult result)
    {
        if (result.GetValue(What) is not { } what)
        {
            return;
        }

        if (result.GetValue(Watch) && (TargetOptions.IsNamed(result) || result.GetValue(Json)))
        {
            result.AddError(
                "--watch is for documents in files and for people: it cannot be combined with a deployment or --json."
            );
        }

        if (!TargetOptions.IsNamed(result))
        {
            if (!File.Exists(what) && !Directory.Exists(what))
            {
                result.AddError($"There is no file or folder \"{what}\". For a flow of a deployment, add --stage or --folder.");
            }
        }
        else if (FlowReference.Parse(what, needsFlow: false) is null)
        {
            result.AddError(FlowReference.Problem(what));
        }
    }
}
