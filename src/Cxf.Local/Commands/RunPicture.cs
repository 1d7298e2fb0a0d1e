using System.CommandLine;
using Cxf.Documents;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Pictures;
using Cxf.Local.Runs;

namespace Cxf.Local.Commands;

/// <summary>The picture of a run for <c>cxf graph</c>: the version that ran, with its path and times.</summary>
internal static class RunPicture
{
    /// <summary>The picture; null after a report, with the exit code.</summary>
    public static async Task<(int Code, Picture? Picture)> DrawAsync(
        Lines lines,
        ParseResult arguments,
        FlowDocument document,
        string asked,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(asked))
        {
            return HistoryReader.Read(await File.ReadAllTextAsync(asked, cancellationToken)) is { } events
                ? (ExitCode.Done, Picture.OfRun(document, RunHistory.Of(events).Rows, $"Run: {Path.GetFileName(asked)}."))
                : (TargetCommand.Refuse(lines, arguments, ExitCode.Usage, HistoryCommand.NoHistory(asked)), null);
        }

        if (RunName.ContactOf(asked) is null && !RunName.IsContactId(asked))
        {
            return (
                TargetCommand.Refuse(
                    lines,
                    arguments,
                    ExitCode.Usage,
                    $"--run: expected a run's ID, a contact ID or a file with a history, not \"{asked}\"."
                ),
                null
            );
        }

        Picture? picture = null;
        var code = await RunCommand.OpenAsync(
            lines,
            arguments,
            async (services, finder) =>
            {
                var page = await finder.FindAsync(RunCommand.Query(arguments, asked), cancellationToken);
                if (page.Runs is not [var run])
                {
                    return TargetCommand.Refuse(
                        lines,
                        arguments,
                        ExitCode.Refused,
                        page.Runs.Count == 0
                            ? RunCommand.NoRun(arguments, asked, page)
                            : $"The contact has several runs. Name one: {string.Join(", ", page.Runs.Select(one => one.RunId))}."
                    );
                }

                var history = RunHistory.Of(await finder.HistoryAsync(run, cancellationToken), run.Output);
                var ran = await VersionAsync(services, run, cancellationToken) is { } source
                    ? document with
                    {
                        Source = source,
                    }
                    : document;
                picture = Picture.OfRun(ran, history.Rows, NoteOf(run));
                return ExitCode.Done;
            }
        );
        return (code, picture);
    }

    private static async Task<JsonSource?> VersionAsync(
        DeploymentServices services,
        Run run,
        CancellationToken cancellationToken
    ) =>
        run.Version is { } version
        && await services.Store.FindVersionAsync(run.Tenant, run.Flow, version, cancellationToken) is { } found
            ? JsonSource.Parse(found.Document)
            : null;

    private static string NoteOf(Run run)
    {
        var version = run.Version is { } number ? $", version {number}" : "";
        var duration = run.EndedAt is { } ended ? $" in {Durations.Text(ended - run.StartedAt)}" : "";
        var error = run.Error is { } code ? $" with {code}" : "";
        return $"Run {run.RunId} of {run.Tenant}/{run.Flow}{version}: {run.Status}{error}{duration}, "
            + $"{RunCommand.Time(run.StartedAt)}.";
    }
}
