using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs Task, Parallel and Map states: their work, retries and catchers.</summary>
internal static class RetryableStateRunner
{
    public static async ValueTask<Step> RunAsync(StateRun run, RetryableState state)
    {
        var branch = run.Branch;
        var retries = state.Retry.Count == 0 ? null : new int[state.Retry.Count];
        try
        {
            while (true)
            {
                StateError error;
                try
                {
                    var result = await WorkAsync(run, state);
                    return branch.Leave(run, state.Flow.Exit(run, result), state.NextState);
                }
                catch (StateFailedException failure)
                {
                    branch.Report(run, failure);
                    error = failure.Error;
                }

                if (NextDelay(run, state, error, retries) is { } delay)
                {
                    await run.Execution.Scheduler.WaitUntil(run.Execution.Now + delay, branch.Stop);
                    run.RetryCount++;
                    run.Redriven = null;
                    run.RedrivenGraphs = null;
                    continue;
                }

                return Catch(run, state, error);
            }
        }
        catch (OperationCanceledException)
        {
            branch.RecordAbort(StateEvents.Aborted(state.Type)!.Value);
            throw;
        }
    }

    /// <summary>One attempt of the state's work.</summary>
    public static ValueTask<Payload> WorkAsync(StateRun run, RetryableState state) =>
        state switch
        {
            TaskState task => TaskStateRunner.RunAsync(run, task),
            ParallelState parallel => ParallelStateRunner.RunAsync(run, parallel),
            _ => MapStateRunner.RunAsync(run, (MapState)state),
        };

    private static TimeSpan? NextDelay(StateRun run, RetryableState state, StateError error, int[]? retries)
    {
        for (var index = 0; index < state.Retry.Count; index++)
        {
            var retrier = state.Retry[index];
            if (!error.Matches(retrier.ErrorEquals))
            {
                continue;
            }

            // Only the first retrier that matches the error counts; when its attempts are used up, later ones are not tried.
            return retries![index] < retrier.MaxAttempts ? retrier.DelayBefore(++retries[index], run.Execution.Random) : null;
        }

        return null;
    }

    private static Step Catch(StateRun run, RetryableState state, StateError error)
    {
        if (!error.EndsExecution && FailedEvent(state.Type) is { } failedEvent)
        {
            run.Branch.Record(failedEvent);
        }

        foreach (var catcher in state.Catch)
        {
            if (!error.Matches(catcher.ErrorEquals))
            {
                continue;
            }

            try
            {
                return run.Branch.Leave(run, catcher.Flow.Catch(run, error.ToPayload()), catcher.NextState);
            }
            catch (StateFailedException failure)
            {
                run.Branch.Report(run, failure);
                return Step.Failed(failure.Error);
            }
        }

        return Step.Failed(error);
    }

    private static HistoryEventType? FailedEvent(StateType type) =>
        type switch
        {
            StateType.Parallel => HistoryEventType.ParallelStateFailed,
            StateType.Map => HistoryEventType.MapStateFailed,
            _ => null,
        };
}
