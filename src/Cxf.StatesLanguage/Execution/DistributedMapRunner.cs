using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// Runs the items of a distributed Map as children inside the same engine. Their events are not part of the parent's history, and
/// they see none of its variables, as on AWS.
/// </summary>
internal static class DistributedMapRunner
{
    public static async ValueTask<Payload> RunAsync(
        StateRun run,
        MapState state,
        JsonElement items,
        int limit,
        FailureTolerance tolerance
    )
    {
        var outer = run.Branch;
        var inputs = ItemBatches.Inputs(run, state, items);
        outer.Record(HistoryEventType.MapRunStarted, new MapRunStartedDetails(MapRunArn(run, state)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(outer.Stop);
        var children = new Children(run, state, inputs, tolerance, stop);
        await children.RunAsync(limit < 1 ? ServiceLimits.DistributedMapConcurrency : limit);
        if (outer.Stop.IsCancellationRequested)
        {
            outer.RecordAside(HistoryEventType.MapRunAborted);
            outer.Stop.ThrowIfCancellationRequested();
        }

        if (children.Error is not null)
        {
            outer.Record(HistoryEventType.MapRunFailed, new ErrorDetails(children.Error.Error, children.Error.Cause));
            throw new StateFailedException(children.Error);
        }

        outer.Record(HistoryEventType.MapRunSucceeded);
        outer.RecordAside(HistoryEventType.MapStateSucceeded);
        return Payload.ArrayOf([.. children.Outputs.OfType<Payload>()]);
    }

    private static string MapRunArn(StateRun run, MapState state)
    {
        var machine = run.Execution.Machine;
        var id = StableId.Uuid(run.Execution.Arn, state.Name, run.EnteredEventId);
        var label = state.Label ?? StableId.Uuid(machine.Arn, state.Name, 0);
        return $"arn:aws:states:{run.Execution.Region}:{run.Execution.Account}:mapRun:{machine.Name}/{label}:{id}";
    }

    private sealed class Children(
        StateRun run,
        MapState state,
        IReadOnlyList<Payload> inputs,
        FailureTolerance tolerance,
        CancellationTokenSource stop
    )
    {
        private int _next;
        private int _failures;

        public Payload?[] Outputs { get; } = new Payload?[inputs.Count];

        public StateError? Error { get; private set; }

        public async Task RunAsync(int concurrency)
        {
            var lanes = new Task[Math.Min(concurrency, inputs.Count)];
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                lanes[lane] = RunLaneAsync(lanes.Length > 1);
            }

            await Task.WhenAll(lanes);
        }

        private async Task RunLaneAsync(bool hasSiblings)
        {
            try
            {
                while (_next < inputs.Count && Error is null)
                {
                    await RunChildAsync(_next++, hasSiblings);
                }
            }
            catch (OperationCanceledException)
            {
                // Too many children failed or the execution ended; the code that cancelled reports it.
            }
            catch
            {
                Break();
                throw;
            }
        }

        private void Fail()
        {
            Error = FailureTolerance.Exceeded;
            Break();
        }

        private void Break() => stop.Cancel();

        private async ValueTask RunChildAsync(int index, bool hasSiblings)
        {
            var child = new BranchRun(
                run.Execution,
                run.Execution.ChildHistory(),
                new VariableScope(null),
                new MapItem(index, inputs[index].Tree),
                hasSiblings,
                stop.Token
            );
            BranchResult result;
            try
            {
                result = await child.RunAsync(state.Processor, inputs[index]);
            }
            catch (HistoryFullException full)
            {
                result = new BranchResult(null, full.Error);
            }

            Outputs[index] = result.Output;
            if (result.Error is not null && tolerance.IsExceededBy(++_failures, inputs.Count) && Error is null)
            {
                Fail();
            }
        }
    }
}

/// <summary>How many children of a distributed Map may fail: a count, a percentage or both; none by default.</summary>
internal readonly record struct FailureTolerance(double? Count, double? Percentage)
{
    /// <summary>The error of a Map whose failures exceed the tolerance.</summary>
    public static StateError Exceeded { get; } =
        new(ErrorNames.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded");

    public static FailureTolerance Evaluate(StateRun run, MapState state)
    {
        var count = state.ToleratedFailureCount?.Evaluate(run);
        if (count < 0)
        {
            throw run.RuntimeError("ToleratedFailureCount cannot be negative.");
        }

        var percentage = state.ToleratedFailurePercentage?.Evaluate(run);
        if (percentage is < 0 or > 100)
        {
            throw run.RuntimeError("ToleratedFailurePercentage must be between 0 and 100.");
        }

        return new FailureTolerance(count, percentage);
    }

    /// <summary>
    /// Whether this many failures exceed the tolerance. Each of two thresholds applies by itself (developer guide, "Tolerated
    /// failure threshold for Distributed Map state").
    /// </summary>
    public bool IsExceededBy(int failures, int items) =>
        (Count is null && Percentage is null) || failures > Count || failures * 100.0 / items > Percentage;
}
