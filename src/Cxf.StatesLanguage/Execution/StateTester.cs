using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.JsonPath;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs one state for TestState: without its graph, without waiting, and with one attempt.</summary>
internal static class StateTester
{
    public static async ValueTask<StateTestOutcome> RunAsync(BranchRun branch, State state, Payload input, StateTest test)
    {
        var run = branch.Visit(state, input, test);
        run.RetryCount = test.RetryCount;
        return state is RetryableState retryable ? await TryAsync(run, retryable, test) : Outcome(RunImmediately(run, state));
    }

    private static Step RunImmediately(StateRun run, State state)
    {
        try
        {
            if (state is not PassState && state.Flow is JsonPathDataFlow flow)
            {
                run.Inspection!.AfterInputPath = flow.InputPath.Apply(run);
            }

            if (state is not WaitState wait)
            {
                return ImmediateStates.Run(run, state);
            }

            // The wait itself would tell nothing.
            WaitStateRunner.Due(run, wait);
            return run.Branch.Leave(run, wait.Flow.Exit(run, null), wait.NextState);
        }
        catch (StateFailedException failure)
        {
            return Step.Failed(failure.Error);
        }
    }

    private static StateTestOutcome Outcome(Step step) =>
        step.Error is null
            ? new StateTestOutcome(StateTestStatus.Succeeded, step.Output, null, step.Next?.Name, null)
            : new StateTestOutcome(StateTestStatus.Failed, null, step.Error, null, null);

    private static async ValueTask<StateTestOutcome> TryAsync(StateRun run, RetryableState state, StateTest test)
    {
        try
        {
            var result = await WorkAsync(run, state, test);
            return Outcome(run.Branch.Leave(run, state.Flow.Exit(run, result), state.NextState));
        }
        catch (StateFailedException failure)
        {
            return Handle(run, state, failure.Error, test.RetryCount);
        }
    }

    private static async ValueTask<Payload> WorkAsync(StateRun run, RetryableState state, StateTest test)
    {
        switch (state)
        {
            case MapState map:
                EnterMap(run, map, test);
                return Mocked(test);
            case ParallelState:
                return Mocked(test);
            default:
                var result = await RetryableStateRunner.WorkAsync(run, state);
                test.Inspection.Result = result;
                return result;
        }
    }

    private static Payload Mocked(StateTest test) =>
        test.Mock!.Output ?? throw new StateFailedException(new StateError(test.Mock.Error, test.Mock.Cause));

    /// <summary>Evaluates the fields of a Map that decide about its iterations.</summary>
    private static void EnterMap(StateRun run, MapState state, StateTest test)
    {
        var items = state.HasItemReader ? test.ItemReaderData?.Tree : state.Items.Evaluate(run);
        test.Inspection.MaxConcurrency = (int)(state.MaxConcurrency?.Evaluate(run) ?? 0);
        var tolerance = FailureTolerance.Evaluate(run, state);
        test.Inspection.ToleratedFailureCount = tolerance.Count;
        test.Inspection.ToleratedFailurePercentage = tolerance.Percentage;
        var iterations = items?.GetArrayLength() ?? 0;
        if (items is { ValueKind: JsonValueKind.Array } known)
        {
            iterations = ItemBatches.Inputs(run, state, known).Count;
        }

        // Without a tolerance, AWS lets the mocked result decide (recorded).
        if (
            test.FailedIterations is { } failed
            && tolerance != default
            && test.Mock?.Output is not null
            && tolerance.IsExceededBy(failed, Math.Max(1, iterations))
        )
        {
            throw new StateFailedException(FailureTolerance.Exceeded);
        }
    }

    private static StateTestOutcome Handle(StateRun run, RetryableState state, StateError error, int retryCount)
    {
        int? retryIndex = IndexOf(state.Retry, retrier => error.Matches(retrier.ErrorEquals));
        if (retryIndex is { } index && retryCount < state.Retry[index].MaxAttempts)
        {
            var delay = state.Retry[index].DelayBefore(retryCount + 1, run.Execution.Random);
            return new StateTestOutcome(
                StateTestStatus.Retriable,
                null,
                error,
                null,
                new ErrorHandling(retryIndex, (int)Math.Round(delay.TotalSeconds), null)
            );
        }

        if (IndexOf(state.Catch, catcher => error.Matches(catcher.ErrorEquals)) is not { } catchIndex)
        {
            return Failed(error, retryIndex);
        }

        try
        {
            var catcher = state.Catch[catchIndex];
            var step = run.Branch.Leave(run, catcher.Flow.Catch(run, error.ToPayload()), catcher.NextState);
            return step.Error is null
                ? new StateTestOutcome(
                    StateTestStatus.CaughtError,
                    step.Output,
                    error,
                    catcher.Next,
                    new ErrorHandling(retryIndex, null, catchIndex)
                )
                : Failed(step.Error, retryIndex);
        }
        catch (StateFailedException failure)
        {
            return Failed(failure.Error, retryIndex);
        }
    }

    private static StateTestOutcome Failed(StateError error, int? retryIndex) =>
        new(StateTestStatus.Failed, null, error, null, retryIndex is null ? null : new ErrorHandling(retryIndex, null, null));

    private static int? IndexOf<T>(IReadOnlyList<T> entries, Predicate<T> matches)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (matches(entries[index]))
            {
                return index;
            }
        }

        return null;
    }
}
