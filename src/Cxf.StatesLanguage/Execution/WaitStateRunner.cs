using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs Wait states; a waiting execution is an entry in the timer queue and uses no thread.</summary>
internal static class WaitStateRunner
{
    public static async ValueTask<Step> RunAsync(StateRun run, WaitState wait)
    {
        var branch = run.Branch;
        try
        {
            await run.Execution.Scheduler.WaitUntil(Due(run, wait), branch.Stop);
            return branch.Leave(run, wait.Flow.Exit(run, null), wait.NextState);
        }
        catch (StateFailedException failure)
        {
            branch.Report(run, failure);
            return Step.Failed(failure.Error);
        }
        catch (OperationCanceledException)
        {
            branch.RecordAbort(StateEvents.Aborted(wait.Type)!.Value);
            throw;
        }
    }

    /// <summary>When the wait ends.</summary>
    public static DateTimeOffset Due(StateRun run, WaitState wait)
    {
        if (wait.Timestamp is not null)
        {
            var until = wait.Timestamp.Evaluate(run);
            return (until - run.EnteredTime).TotalSeconds > ServiceLimits.WaitSeconds ? throw TooLong(run) : until;
        }

        var seconds = wait.Seconds!.Evaluate(run);
        return seconds > ServiceLimits.WaitSeconds ? throw TooLong(run) : run.EnteredTime.AddSeconds(seconds);
    }

    private static StateFailedException TooLong(StateRun run) => run.RuntimeError("Wait state delay is too long.");
}
