using System.CommandLine;
using Cxf.Local.Output;
using Cxf.Local.Runs;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf redrive</c>: starts a failed STANDARD run again at the step that failed. The execution keeps its name, so a step that
/// was sent before sends the same idempotency key.
/// </summary>
internal static class RedriveCommand
{
    private static readonly Argument<string> RunId = RunCommand.RunId();

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("redrive", "Start a failed STANDARD run again at the step that failed.")
        {
            RunId,
            RunCommand.Since,
        }.WithRuns();
        command.SetAction(
            (arguments, cancellationToken) =>
                RunCommand.OnStandardAsync(
                    lines,
                    arguments,
                    arguments.GetValue(RunId)!,
                    (services, run) => RunActions.RedriveAsync(services, run, cancellationToken),
                    cancellationToken
                )
        );
        return command;
    }
}
