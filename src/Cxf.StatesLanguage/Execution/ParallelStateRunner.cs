using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs the branches of a Parallel state; the first that fails ends the others.</summary>
internal static class ParallelStateRunner
{
    public static async ValueTask<Payload> RunAsync(StateRun run, ParallelState state)
    {
        var input = DataLimit.Checked(state.Flow.Enter(run), run);
        var outer = run.Branch;
        outer.Record(HistoryEventType.ParallelStateStarted);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(outer.Stop);
        var group = new BranchGroup(stop) { Previous = outer.Previous };
        var branches = new Task[state.Branches.Count];
        var outputs = new Payload?[branches.Length];
        var redriven = run.RedrivenGraphs;
        outer.Graphs = new BranchRun?[branches.Length];
        for (var index = 0; index < branches.Length; index++)
        {
            if (redriven?[index] is { Result: { Error: null, Output: { } done } } ended)
            {
                outer.Graphs[index] = ended;
                outputs[index] = done;
                branches[index] = Task.CompletedTask;
                continue;
            }

            var branch = outer.Inner(outer.Item, branches.Length > 1, stop.Token, redriven?[index]);
            outer.Graphs[index] = branch;
            branches[index] = RunBranchAsync(branch, state.Branches[index], input, group, outputs, index);
        }

        await Task.WhenAll(branches);
        outer.Stop.ThrowIfCancellationRequested();
        outer.Previous = group.Previous;
        if (group.Error is not null)
        {
            throw new StateFailedException(group.Error);
        }

        outer.RecordAside(HistoryEventType.ParallelStateSucceeded);
        return Payload.ArrayOf(outputs!);
    }

    private static async Task RunBranchAsync(
        BranchRun branch,
        StateGraph graph,
        Payload input,
        BranchGroup group,
        Payload?[] outputs,
        int index
    )
    {
        try
        {
            var result = await branch.RunAsync(graph, input);
            outputs[index] = result.Output;
            if (result.Error is not null && branch.Current is TaskState)
            {
                // A task whose error is not caught never leaves its state; the failing Parallel aborts it like the tasks that
                // still run.
                branch.RecordAside(HistoryEventType.TaskStateAborted);
            }

            group.Ended(branch, result.Error);
        }
        catch (OperationCanceledException)
        {
            // Another branch failed or the execution ended; the code that cancelled reports it.
        }
        catch
        {
            group.Break();
            throw;
        }
    }
}
