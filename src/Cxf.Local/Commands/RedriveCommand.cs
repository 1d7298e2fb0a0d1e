using System.CommandLine;
using Amazon.StepFunctions.Model;
using Cxf.Flows.Runs;
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
                    async (services, run) =>
                    {
                        if (EndedInFailStep(run))
                        {
                            throw new RunNotResumableException(
                                "It ended in a fail step, which would fail again at once. Send the request again instead."
                            );
                        }

                        await services.StepFunctions.RedriveExecutionAsync(
                            new RedriveExecutionRequest { ExecutionArn = run.ExecutionArn },
                            cancellationToken
                        );
                        return $"{run.RunId} runs again, from the step that failed.";
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static bool EndedInFailStep(Run run) =>
        run.Status == "FAILED" && RunAnswer.Failed(run.RunId, run.Error, run.Cause).EndedInFailStep;
}
