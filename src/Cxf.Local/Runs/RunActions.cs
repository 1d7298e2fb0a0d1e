using Amazon.StepFunctions.Model;
using Cxf.Flows.Runs;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>What can be done with a run: <c>cxf redrive</c> and <c>cxf stop</c>. EXPRESS runs take neither.</summary>
internal static class RunActions
{
    /// <summary>Why a run cannot be started again; null if it may be.</summary>
    public static string? RedriveProblem(Run run) =>
        run.IsExpress ? ExpressProblem(run.RunId)
        : run.Status == "SUCCEEDED" ? "It has succeeded, so there is nothing to do again."
        : run.Status == "RUNNING" ? "It still runs."
        : EndedInFailStep(run) ? "It ended in a fail step, which would fail again at once. Send the request again instead."
        : null;

    /// <summary>Why neither can be done with a run of an EXPRESS flow.</summary>
    public static string ExpressProblem(string runId) =>
        $"{runId} is a run of an EXPRESS flow: it cannot be stopped, ends within 5 minutes, and cannot be started again. "
        + "Send the request again instead.";

    /// <summary>Starts a failed run again at the step that failed; what was done, as a sentence.</summary>
    /// <exception cref="RunNotResumableException">It cannot be started again.</exception>
    public static async Task<string> RedriveAsync(DeploymentServices services, Run run, CancellationToken cancellationToken)
    {
        if (EndedInFailStep(run))
        {
            throw new RunNotResumableException(RedriveProblem(run)!);
        }

        try
        {
            await services.StepFunctions.RedriveExecutionAsync(
                new RedriveExecutionRequest { ExecutionArn = run.ExecutionArn },
                cancellationToken
            );
        }
        catch (ExecutionNotRedrivableException problem)
        {
            throw new RunNotResumableException(problem.Message);
        }

        return $"{run.RunId} runs again, from the step that failed.";
    }

    /// <summary>Ends a run that still runs; what was done, as a sentence.</summary>
    public static async Task<string> StopAsync(
        DeploymentServices services,
        Run run,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        if (run.Status != "RUNNING")
        {
            return $"{run.RunId} had already ended: {run.Status}.";
        }

        await services.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = run.ExecutionArn, Cause = reason },
            cancellationToken
        );
        return $"{run.RunId} was stopped.";
    }

    private static bool EndedInFailStep(Run run) =>
        run.Status == "FAILED" && RunAnswer.Failed(run.RunId, run.Error, run.Cause).EndedInFailStep;
}

/// <summary>That a run cannot go on.</summary>
/// <param name="message">Why.</param>
internal sealed class RunNotResumableException(string message) : Exception(message);
