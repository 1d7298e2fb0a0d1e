using System.CommandLine;
using Cxf.Local.Output;
using Cxf.Local.Runs;

namespace Cxf.Local.Commands;

/// <summary><c>cxf stop</c>: ends a STANDARD run that still runs.</summary>
internal static class StopCommand
{
    private static readonly Argument<string> RunId = RunCommand.RunId();

    private static readonly Option<string> Reason = new("--reason")
    {
        Description = "The cause that the run's history gets.",
        DefaultValueFactory = _ => "Stopped with cxf stop.",
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("stop", "Stop a STANDARD run that still runs.") { RunId, Reason, RunCommand.Since }.WithRuns();
        command.SetAction(
            (arguments, cancellationToken) =>
                RunCommand.OnStandardAsync(
                    lines,
                    arguments,
                    arguments.GetValue(RunId)!,
                    (services, run) => RunActions.StopAsync(services, run, arguments.GetValue(Reason), cancellationToken),
                    cancellationToken
                )
        );
        return command;
    }
}
