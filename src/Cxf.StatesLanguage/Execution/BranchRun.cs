using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// Runs one graph of states: the whole machine, a Parallel's branch or a Map's iteration. It owns the graph's variables and its
/// position in the history: the event that the next event names as its predecessor.
/// </summary>
internal sealed class BranchRun(
    ExecutionRun execution,
    ExecutionHistory history,
    VariableScope scope,
    MapItem? item,
    bool hasSiblings,
    CancellationToken stop
)
{
    // After this many states without a wait, other executions, timers and StopExecution run first.
    private const int StatesPerSlice = 256;

    // When the last state was left, in ticks, which is when the next one is entered; 0 if other work ran in between.
    private long _left;

    // The visits of states that end at once, one after the other.
    private StateRun? _immediate;

    public ExecutionRun Execution { get; } = execution;

    /// <summary>Whether other branches or iterations run at the same time, here or around this branch.</summary>
    public bool IsConcurrent { get; private init; }

    public VariableScope Scope { get; } = scope;

    public MapItem? Item { get; } = item;

    /// <summary>Ends the branch: the execution was stopped or timed out, or a sibling failed.</summary>
    public CancellationToken Stop { get; } = stop;

    /// <summary>Where the events go: the execution's history, or that of a distributed Map's child.</summary>
    public ExecutionHistory History { get; } = history;

    /// <summary>The current state.</summary>
    public State? Current { get; private set; }

    /// <summary>The input of the current state.</summary>
    public Payload? CurrentInput { get; private set; }

    /// <summary>The map run of the current state, a distributed Map.</summary>
    public MapRun? MapRun { get; set; }

    /// <summary>The branches or iterations of the current state, a Parallel or an inline Map; null if not yet started.</summary>
    public BranchRun?[]? Graphs { get; set; }

    /// <summary>How the branch ended; null before its end.</summary>
    public BranchResult? Result { get; set; }

    /// <summary>The last event of this branch.</summary>
    public long Previous { get; set; }

    /// <summary>Adds an event that the next event follows.</summary>
    public long Record(HistoryEventType type, HistoryEventDetails? details = null) =>
        Previous = History.Add(type, Previous, details);

    /// <summary>
    /// Adds the event of a state, iteration or run that ends with its branch. When the whole execution ends from outside, AWS
    /// adds none (recorded for StopExecution).
    /// </summary>
    public void RecordAbort(HistoryEventType type, HistoryEventDetails? details = null)
    {
        if (!Execution.IsEnding)
        {
            RecordAside(type, details);
        }
    }

    /// <summary>Adds an event that the next event does not follow.</summary>
    public long RecordAside(HistoryEventType type, HistoryEventDetails? details = null) => History.Add(type, Previous, details);

    /// <summary>The branch of the attempt before, which a redrive continues at the state where it ended; null at first.</summary>
    public BranchRun? Redriven { get; init; }

    public async ValueTask<BranchResult> RunAsync(StateGraph graph, Payload input)
    {
        var result = await RunStatesAsync(Redriven?.Current ?? graph.Start, Redriven?.CurrentInput ?? input);
        Result = result;
        return result;
    }

    private async ValueTask<BranchResult> RunStatesAsync(State start, Payload input)
    {
        var state = start;
        var redriven = Redriven;
        for (var visits = 1; ; visits++)
        {
            if (hasSiblings || visits % StatesPerSlice == 0)
            {
                await Execution.Strand.Yield();
                _left = 0;
            }

            Stop.ThrowIfCancellationRequested();
            var step = await VisitAsync(state, input, redriven);
            redriven = null;
            if (step.Error is not null || step.Next is null)
            {
                return new BranchResult(step.Output, step.Error);
            }

            state = step.Next;
            input = step.Output!;
        }
    }

    /// <summary>A run inside this one, with its own variables and its own position in the history.</summary>
    public BranchRun Inner(MapItem? item, bool hasSiblings, CancellationToken stop, BranchRun? redriven = null) =>
        new(Execution, History, redriven?.Scope ?? new VariableScope(Scope), item, hasSiblings, stop)
        {
            Previous = Previous,
            Redriven = redriven,
            IsConcurrent = IsConcurrent || hasSiblings,
        };

    /// <summary>Leaves the state: sets the variables, then records the exit.</summary>
    public Step Leave(StateRun run, StateExit exit, State? next)
    {
        if (exit.Output.Length > ServiceLimits.PayloadBytes)
        {
            return Step.Failed(DataLimit.Exceeded(run.State.Name) with { NeedsItsName = true });
        }

        if (exit.Assigned.Length > 0)
        {
            Scope.Assign(exit.Assigned);
            DataLimit.CheckVariables(run, Scope, exit.Assigned);
        }

        Execution.CountKept(exit.Output);
        foreach (var (_, value) in exit.Assigned)
        {
            Execution.CountKept(value);
        }

        if (exit.Assigned.Length == 0)
        {
            _left = History.IsKept ? Execution.Now.UtcTicks : 0;
            Previous = History.AddExit(run.State, Previous, exit.Output, _left);
        }
        else
        {
            var details = new StateExitedDetails(run.State.Name, exit.Output, exit.Assigned);
            Previous = History.Add(StateEvents.Exited(run.State.Type), Previous, details);
        }

        return Step.To(next, exit.Output);
    }

    /// <summary>Records a failed evaluation.</summary>
    public void Report(StateRun run, StateFailedException failure)
    {
        if (failure is not EvaluationFailedException evaluation)
        {
            return;
        }

        if (Previous == run.EnteredEventId && !evaluation.AfterEntry)
        {
            Previous = run.BeforeEntryEventId;
        }

        Execution.CountKept(evaluation.Error.Cause!);
        Record(
            HistoryEventType.EvaluationFailed,
            new EvaluationFailedDetails(evaluation.Error.Error!, evaluation.Error.Cause!, evaluation.Location, run.State.Name)
            {
                Value = evaluation.Value,
                Place = evaluation.Place,
            }
        );
    }

    /// <summary>A visit of a single state outside of its graph, for TestState.</summary>
    public StateRun Visit(State state, Payload input, StateTest test)
    {
        Current = state;
        return new StateRun(this, state, input, test);
    }

    private ValueTask<Step> VisitAsync(State state, Payload input, BranchRun? redriven)
    {
        Current = state;
        CurrentInput = input;
        Graphs = null;
        MapRun = null;
        Execution.CountVisit(input);
        var isImmediate = state is not (RetryableState or WaitState);
        var run = isImmediate ? _immediate ??= new StateRun(this, state, input) : new StateRun(this, state, input);
        var entered =
            _left != 0 ? _left
            : History.IsKept || !isImmediate ? Execution.Now.UtcTicks
            : 0;
        _left = 0;
        var before = Previous;
        // A redrive continues the state without entering it again.
        Previous = redriven is null ? History.AddEntry(state, Previous, input, entered) : Previous;
        run.Enter(state, input, entered, Previous, before);
        if (isImmediate)
        {
            return ValueTask.FromResult(ImmediateStates.Run(run, state));
        }

        run.RedrivenGraphs = redriven?.Graphs;
        run.Redriven = redriven?.MapRun;
        return state is WaitState wait
            ? WaitStateRunner.RunAsync(run, wait)
            : RetryableStateRunner.RunAsync(run, (RetryableState)state);
    }
}

/// <summary>How a graph of states ended: with an output or with an error.</summary>
internal readonly record struct BranchResult(Payload? Output, StateError? Error);
