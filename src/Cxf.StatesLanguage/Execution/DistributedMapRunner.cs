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
        var mapRun = run.Redriven is { } old ? Redrive(run, old) : Start(run, state, items, limit, tolerance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(outer.Stop);
        var children = new Children(run, state, mapRun, stop);
        await children.RunAsync();
        if (outer.Stop.IsCancellationRequested)
        {
            mapRun.End(ExecutionStatus.Aborted);
            outer.RecordAbort(HistoryEventType.MapRunAborted);
            outer.Stop.ThrowIfCancellationRequested();
        }

        mapRun.End(children.Error is null ? ExecutionStatus.Succeeded : ExecutionStatus.Failed);
        if (children.Error is not null)
        {
            outer.Record(HistoryEventType.MapRunFailed, new ErrorDetails(children.Error.Error, children.Error.Cause));
            throw new StateFailedException(children.Error);
        }

        outer.Record(HistoryEventType.MapRunSucceeded);
        outer.RecordAside(HistoryEventType.MapStateSucceeded);
        return Payload.ArrayOf([.. mapRun.Children.Select(static child => child.Output).OfType<Payload>()]);
    }

    private static MapRun Start(StateRun run, MapState state, JsonElement items, int limit, FailureTolerance tolerance)
    {
        var inputs = ItemBatches.Inputs(run, state, items);
        var machine = run.Execution.Machine;
        var id = StableId.Uuid(run.Execution.Arn, state.Name, run.EnteredEventId + (run.RetryCount << 16));
        var label = state.Label ?? StableId.Uuid(machine.Arn, state.Name, 0);
        var prefix = $"arn:aws:states:{run.Execution.Region}:{run.Execution.Account}";
        var perChild = state.ItemBatcher is null ? null : (Func<Payload, int>)ItemBatches.ItemsOf;
        var children = inputs.Select(
            (input, index) =>
            {
                var name = StableId.Uuid(id, state.Name, index);
                return new MapRunChild(
                    $"{prefix}:execution:{machine.Name}/{label}:{name}",
                    name,
                    input,
                    perChild?.Invoke(input) ?? 1
                );
            }
        );
        var mapRun = new MapRun(
            run.Execution,
            $"{prefix}:mapRun:{machine.Name}/{label}:{id}",
            $"{machine.Arn}/{label}",
            [.. children],
            limit,
            tolerance
        );
        run.Execution.Add(mapRun);
        run.Branch.MapRun = mapRun;
        run.Branch.Record(HistoryEventType.MapRunStarted, new MapRunStartedDetails(mapRun.Arn));
        return mapRun;
    }

    private static MapRun Redrive(StateRun run, MapRun mapRun)
    {
        mapRun.Redrive();
        run.Branch.MapRun = mapRun;
        run.Branch.Record(HistoryEventType.MapRunRedriven, new MapRunRedrivenDetails(mapRun.Arn, mapRun.RedriveCount));
        return mapRun;
    }

    private sealed class Children(StateRun run, MapState state, MapRun mapRun, CancellationTokenSource stop)
    {
        private readonly List<Task> _lanes = [];
        private readonly int[] _open =
        [
            .. Enumerable
                .Range(0, mapRun.Children.Count)
                .Where(index => mapRun.Children[index].Status != ExecutionStatus.Succeeded),
        ];
        private int _next;
        private int _busyLanes;
        private int _failures;

        public StateError? Error { get; private set; }

        public async Task RunAsync()
        {
            mapRun.LimitsChanged = Grow;
            Grow();
            for (var lane = 0; lane < _lanes.Count; lane++)
            {
                await _lanes[lane];
            }

            mapRun.LimitsChanged = null;
        }

        private int Limit => mapRun.MaxConcurrency < 1 ? ServiceLimits.DistributedMapConcurrency : mapRun.MaxConcurrency;

        /// <summary>Adds lanes up to the limit, each of which runs one child after the other.</summary>
        private void Grow()
        {
            var lanes = Math.Min(Limit, _busyLanes + _open.Length - _next);
            var hasSiblings = lanes > 1;
            while (!stop.IsCancellationRequested && _busyLanes < lanes && _next < _open.Length)
            {
                _busyLanes++;
                _lanes.Add(RunLaneAsync(hasSiblings));
            }
        }

        private async Task RunLaneAsync(bool hasSiblings)
        {
            try
            {
                while (_next < _open.Length && Error is null && _busyLanes <= Limit)
                {
                    await RunChildAsync(_open[_next++], hasSiblings);
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
            finally
            {
                _busyLanes--;
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
            var child = mapRun.Children[index];
            child.StartDate = run.Execution.Now;
            child.Status = ExecutionStatus.Running;
            var branch = new BranchRun(
                run.Execution,
                run.Execution.ChildHistory(),
                new VariableScope(null),
                new MapItem(index, child.Input.Tree),
                hasSiblings,
                stop.Token
            );
            BranchResult result;
            try
            {
                result = await branch.RunAsync(state.Processor, child.Input);
            }
            catch (HistoryFullException full)
            {
                result = new BranchResult(null, full.Error);
            }
            catch (OperationCanceledException)
            {
                child.Status = ExecutionStatus.Aborted;
                child.StopDate = run.Execution.Now;
                throw;
            }

            child.Output = result.Output;
            child.Error = result.Error;
            child.Status = result.Error is null ? ExecutionStatus.Succeeded : ExecutionStatus.Failed;
            child.StopDate = run.Execution.Now;
            if (result.Error is not null && mapRun.Tolerance.IsExceededBy(++_failures, mapRun.Children.Count) && Error is null)
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
