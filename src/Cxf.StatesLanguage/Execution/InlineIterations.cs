using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// The iterations of an inline Map. There is one lane for each iteration that may run at once, and each lane takes one item after
/// the other; an iteration's first event follows the last one of the iteration before it in its lane (recorded).
/// </summary>
internal sealed class InlineIterations(StateRun run, MapState state, JsonElement items, CancellationTokenSource stop)
{
    private readonly BranchGroup _group = new(stop);
    private readonly JsonElement[] _values = [.. items.EnumerateArray()];
    private int _next;

    public Payload?[] Outputs { get; } = new Payload?[items.GetArrayLength()];

    public StateError? Error => _group.Error;

    public long Previous { get; private set; } = run.Branch.Previous;

    public async Task RunAsync(int concurrency)
    {
        run.Branch.Graphs = new BranchRun?[_values.Length];
        var lanes = new Task[Math.Min(concurrency, _values.Length)];
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = RunLaneAsync(lanes.Length > 1);
        }

        await Task.WhenAll(lanes);
        if (_group.Error is not null)
        {
            Previous = _group.Previous;
        }
    }

    /// <summary>Takes over the iterations that succeeded before a redrive.</summary>
    private bool IsDone(int index)
    {
        if (run.RedrivenGraphs?[index] is not { Result: { Error: null, Output: { } done } } ended)
        {
            return false;
        }

        run.Branch.Graphs![index] = ended;
        Outputs[index] = done;
        return true;
    }

    private async Task RunLaneAsync(bool hasSiblings)
    {
        var previous = run.Branch.Previous;
        try
        {
            while (_next < _values.Length && _group.Error is null)
            {
                var index = _next++;
                if (!IsDone(index))
                {
                    previous = await RunIterationAsync(index, previous, hasSiblings);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Another iteration failed or the execution ended; the code that cancelled reports it.
        }
        catch
        {
            _group.Break();
            throw;
        }
    }

    private async ValueTask<long> RunIterationAsync(int index, long previous, bool hasSiblings)
    {
        var item = new MapItem(index, _values[index], run.Branch.Item);
        var details = new MapIterationDetails(state.Name, index);
        var iteration = run.Branch.Inner(item, hasSiblings, stop.Token, run.RedrivenGraphs?[index]);
        run.Branch.Graphs![index] = iteration;
        iteration.Previous = previous;
        iteration.Record(HistoryEventType.MapIterationStarted, details);
        try
        {
            var input = MapStateRunner.IterationInput(run, state.ItemSelector, item);
            var result = await iteration.RunAsync(state.Processor, input);
            Outputs[index] = result.Output;
            if (result.Error is null)
            {
                Previous = iteration.RecordAside(HistoryEventType.MapIterationSucceeded, details);
            }
            else if (_group.Error is null)
            {
                iteration.RecordAside(HistoryEventType.MapIterationFailed, details);
            }

            _group.Ended(iteration, result.Error);
        }
        catch (OperationCanceledException)
        {
            iteration.RecordAbort(HistoryEventType.MapIterationAborted, details);
            throw;
        }
        catch (StateFailedException failure)
        {
            run.Branch.Report(run, failure);
            iteration.RecordAside(HistoryEventType.MapIterationFailed, details);
            _group.Ended(iteration, failure.Error);
        }

        return iteration.Previous;
    }
}
