using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// Starts a run that failed again at the step that failed; what was done, as a sentence. Calls are made again, so it is done
    /// only if the run is as the person saw it, and once, however often it is asked for.
    /// </summary>
    /// <param name="services">The deployment.</param>
    /// <param name="run">The run, as the person saw it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunNotResumableException">It cannot be started again.</exception>
    public static async Task<string> RedriveAsync(DeploymentServices services, Run run, CancellationToken cancellationToken)
    {
        var current = await ReadAgainAsync(services, run, cancellationToken);
        if (RedriveProblem(current) is { } problem)
        {
            throw new RunNotResumableException(problem);
        }

        if (current.Redrives != run.Redrives)
        {
            throw new RunNotResumableException(
                "It was started again meanwhile, and ended again. See what it did then before you start it once more."
            );
        }

        try
        {
            await services.StepFunctions.RedriveExecutionAsync(
                new RedriveExecutionRequest { ExecutionArn = run.ExecutionArn, ClientToken = TokenOf(run) },
                cancellationToken
            );
        }
        catch (ExecutionNotRedrivableException refusal)
        {
            current = await ReadAgainAsync(services, run, cancellationToken);
            throw new RunNotResumableException(RedriveProblem(current) ?? $"{refusal.Message}. Send the request again instead.");
        }

        return $"{run.RunId} runs again, from {PlaceOf(run)}.";
    }

    /// <summary>Where a run goes on when it is started again.</summary>
    public static string PlaceOf(Run run) => run.Status == "FAILED" ? "the step that failed" : "the step where it ended";

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
            return Ended(run);
        }

        // Step Functions does not say whether it was this that ended the run.
        await services.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = run.ExecutionArn, Cause = reason },
            cancellationToken
        );
        var current = await ReadAgainAsync(services, run, cancellationToken);
        return current.Status is "ABORTED" or "RUNNING" ? $"{run.RunId} was stopped." : Ended(current);
    }

    private static string Ended(Run run) => $"{run.RunId} had already ended: {run.Status}.";

    private static async Task<Run> ReadAgainAsync(DeploymentServices services, Run run, CancellationToken cancellationToken)
    {
        var found = await services.StepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = run.ExecutionArn },
            cancellationToken
        );
        return run with
        {
            Status = found.Status.Value,
            Error = found.Error,
            Cause = found.Cause,
            Redrives = found.RedriveCount ?? 0,
        };
    }

    // The same request, sent twice or by two people at once, has the same token, and so does Step Functions' client when it
    // sends a request again.
    private static string TokenOf(Run run) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{run.ExecutionArn} {run.Redrives}")));

    private static bool EndedInFailStep(Run run) =>
        run.Status == "FAILED" && RunAnswer.Failed(run.RunId, run.Error, run.Cause).EndedInFailStep;
}

/// <summary>That a run cannot go on.</summary>
/// <param name="message">Why.</param>
internal sealed class RunNotResumableException(string message) : Exception(message);
