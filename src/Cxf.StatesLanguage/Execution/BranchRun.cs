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

    public ExecutionRun Execution { get; } = execution;

    public VariableScope Scope { get; } = scope;

    public MapItem? Item { get; } = item;

    /// <summary>Ends the branch: the execution was stopped or timed out, or a sibling failed.</summary>
    public CancellationToken Stop { get; } = stop;

    /// <summary>Where the events go: the execution's history, or that of a distributed Map's child.</summary>
    public ExecutionHistory History { get; } = history;

    /// <summary>The current state.</summary>
    public State? Current { get; private set; }

    /// <summary>The last event of this branch.</summary>
    public long Previous { get; set; }

    /// <summary>Adds an event that the next event follows.</summary>
    public long Record(HistoryEventType type, HistoryEventDetails? details = null) =>
        Previous = History.Add(type, Previous, details);

    /// <summary>Adds an event that the next event does not follow.</summary>
    public long RecordAside(HistoryEventType type, HistoryEventDetails? details = null) => History.Add(type, Previous, details);

    public async ValueTask<BranchResult> RunAsync(StateGraph graph, Payload input)
    {
        var state = graph.Start;
        for (var visits = 1; ; visits++)
        {
            if (hasSiblings || visits % StatesPerSlice == 0)
            {
                await Execution.Strand.Yield();
            }

            Stop.ThrowIfCancellationRequested();
            var step = await VisitAsync(state, input);
            if (step.Error is not null || step.Next is null)
            {
                return new BranchResult(step.Output, step.Error);
            }

            state = step.Next;
            input = step.Output!;
        }
    }

    /// <summary>A run inside this one, with its own variables and its own position in the history.</summary>
    public BranchRun Inner(MapItem? item, bool hasSiblings, CancellationToken stop) =>
        new(Execution, History, new VariableScope(Scope), item, hasSiblings, stop) { Previous = Previous };

    /// <summary>Leaves the state: sets the variables, then records the exit.</summary>
    public Step Leave(StateRun run, StateExit exit, State? next)
    {
        if (exit.Output.Length > ServiceLimits.PayloadBytes)
        {
            return Step.Failed(DataLimit.Exceeded(run.State.Name) with { NeedsItsName = true });
        }

        if (exit.Assigned.Count > 0)
        {
            Scope.Assign(exit.Assigned);
            DataLimit.CheckVariables(run, Scope, exit.Assigned);
        }

        Execution.CountKept(exit.Output);
        foreach (var (_, value) in exit.Assigned)
        {
            Execution.CountKept(value);
        }

        var type = StateEvents.Exited(run.State.Type);
        Previous =
            exit.Assigned.Count == 0
                ? History.AddVisit(type, Previous, run.State.Name, exit.Output)
                : History.Add(type, Previous, new StateExitedDetails(run.State.Name, exit.Output, exit.Assigned));
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
        );
    }

    /// <summary>A visit of a single state outside of its graph, for TestState.</summary>
    public StateRun Visit(State state, Payload input, StateTest test)
    {
        Current = state;
        return new StateRun(this, state, input, test) { EnteredTime = Execution.Now };
    }

    private ValueTask<Step> VisitAsync(State state, Payload input)
    {
        Current = state;
        Execution.CountVisit(input);
        var before = Previous;
        var run = new StateRun(this, state, input)
        {
            BeforeEntryEventId = before,
            EnteredTime = Execution.Now,
            EnteredEventId = Previous = History.AddVisit(StateEvents.Entered(state.Type), Previous, state.Name, input),
        };
        return state switch
        {
            RetryableState retryable => RetryableStateRunner.RunAsync(run, retryable),
            WaitState wait => WaitStateRunner.RunAsync(run, wait),
            _ => ValueTask.FromResult(ImmediateStates.Run(run, state)),
        };
    }
}

/// <summary>How a graph of states ended: with an output or with an error.</summary>
internal readonly record struct BranchResult(Payload? Output, StateError? Error);
