using System.Text.Json;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>Which steps a run visited and how it went from one to the next, told from its history.</summary>
internal sealed class FlowTrace
{
    private readonly Dictionary<string, CompiledState> _states;
    private readonly IReadOnlyList<HistoryEvent> _history;
    private readonly Dictionary<long, Visit> _visits = [];
    private readonly Lazy<ILookup<string, TaskScheduledDetails>> _calls;

    private FlowTrace(CompiledFlow compiled, IReadOnlyList<HistoryEvent> history)
    {
        _states = compiled.States.ToDictionary(state => state.Name, StringComparer.Ordinal);
        _history = history;
        _calls = new(() => FindCalls().ToLookup(call => call.Name, call => call.Call));
        var visits = (
            from happened in history
            where happened.Details is StateEnteredDetails
            let state = _states.GetValueOrDefault(((StateEnteredDetails)happened.Details!).Name)
            where state is not null
            select _visits[happened.Id] = VisitOf(happened, state)
        ).ToList();
        Path = [.. Flatten(0, visits.ToLookup(visit => visit.Holder))];
        Moves = [.. visits.Select(MoveTo).OfType<StepMove>()];
    }

    /// <summary>
    /// The names of the steps visited, in the order in which they began; the steps of a branch or an iteration stand together
    /// behind the step that holds them, however they took turns.
    /// </summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>Every move from one step to the next.</summary>
    public IReadOnlyList<StepMove> Moves { get; }

    public static FlowTrace Of(CompiledFlow compiled, IReadOnlyList<HistoryEvent> history) => new(compiled, history);

    /// <summary>What the calls of each step sent, in the order in which they began.</summary>
    public ILookup<string, TaskScheduledDetails> Calls => _calls.Value;

    /// <summary>
    /// The step to which an event belongs, with the index of each loop around it, the outermost first; null where it belongs to
    /// none.
    /// </summary>
    public (CompiledState State, IReadOnlyList<int> Indexes)? StepOf(HistoryEvent happened)
    {
        var entered = _history.AncestorsOf(happened).FirstOrDefault(earlier => earlier.Details is StateEnteredDetails);
        return entered is not null && _visits.TryGetValue(entered.Id, out var visit) ? (visit.State, IndexesOf(visit)) : null;
    }

    private List<int> IndexesOf(Visit visit)
    {
        var indexes = new List<int>();
        while (_visits.TryGetValue(visit.Holder, out var holder))
        {
            if (holder.State.Step is ForEachStep)
            {
                indexes.Insert(0, visit.Iteration - 1);
            }

            visit = holder;
        }

        return indexes;
    }

    private IEnumerable<(string Name, TaskScheduledDetails Call)> FindCalls() =>
        from happened in _history
        where happened.Details is TaskScheduledDetails
        let state = _history
            .AncestorsOf(happened)
            .Select(earlier => earlier.Details)
            .OfType<StateEnteredDetails>()
            .FirstOrDefault()
        where state is not null && _states.ContainsKey(state.Name)
        select (state.Name, (TaskScheduledDetails)happened.Details!);

    private static IEnumerable<string> Flatten(long holder, ILookup<long, Visit> inside) =>
        inside[holder]
            .OrderBy(visit => visit.State.Body)
            .ThenBy(visit => visit.Iteration)
            .ThenBy(visit => visit.Entered.Id)
            .SelectMany(visit => Flatten(visit.Entered.Id, inside).Prepend(visit.State.Name));

    private Visit VisitOf(HistoryEvent entered, CompiledState state)
    {
        var iteration = 0;
        foreach (var happened in state.Owner is null ? [] : _history.AncestorsOf(entered))
        {
            // A step that came before in the same visit of the holder knows it; what many iterations did is not walked through
            // again.
            if (_visits.TryGetValue(happened.Id, out var before) && before.State.Owner == state.Owner)
            {
                return new Visit(state, entered, before.Holder, iteration == 0 ? before.Iteration : iteration);
            }

            if (happened.Details is StateEnteredDetails holder && holder.Name == state.Owner)
            {
                return new Visit(state, entered, happened.Id, iteration);
            }

            // The nearest one counts: iterations that follow each other in one lane are each other's ancestors.
            if (iteration == 0 && IsStartOf(state, happened))
            {
                iteration = ((MapIterationDetails)happened.Details!).Index + 1;
            }
        }

        return new Visit(state, entered, 0, iteration);
    }

    /// <summary>The move that led to a step; null where none of its siblings came before it.</summary>
    private StepMove? MoveTo(Visit visit)
    {
        foreach (var happened in _history.AncestorsOf(visit.Entered).TakeWhile(happened => !IsStartOf(visit.State, happened)))
        {
            if (
                happened.Details is StateExitedDetails exited
                && _states.TryGetValue(exited.Name, out var from)
                && (from.Owner, from.Body) == (visit.State.Owner, visit.State.Body)
            )
            {
                return new StepMove(from.Name, visit.State.Name, ErrorOf(from, happened, exited));
            }
        }

        return null;
    }

    /// <summary>Whether an event is where the scope of a step began.</summary>
    private static bool IsStartOf(CompiledState state, HistoryEvent happened) =>
        happened.Details switch
        {
            MapIterationDetails map => happened.Type == HistoryEventType.MapIterationStarted && map.Name == state.Owner,
            StateEnteredDetails entered => entered.Name == state.Owner,
            _ => false,
        };

    /// <summary>
    /// The error code that a step was left with; null when it was left with a result. On an error branch the step's variable
    /// is <c>{"error": word}</c>; what became of a live flow is its state's output, whichever way it came.
    /// </summary>
    private string? ErrorOf(CompiledState state, HistoryEvent happened, StateExitedDetails exited) =>
        state.Step is RunFlowStep { Version: null } ? ErrorIn(exited.Output)
        : _history.AncestorsOf(happened).FirstOrDefault() is { } last && IsFailure(last.Type)
            ? ErrorIn(exited.Assigned.FirstOrDefault(variable => variable.Key == state.Name).Value)
        : null;

    private static bool IsFailure(HistoryEventType type) =>
        type
            is HistoryEventType.TaskFailed
                or HistoryEventType.TaskTimedOut
                or HistoryEventType.EvaluationFailed
                or HistoryEventType.ParallelStateFailed
                or HistoryEventType.MapStateFailed;

    private static string? ErrorIn(Payload? value) =>
        value?.Tree is { ValueKind: JsonValueKind.Object } tree
        && tree.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.String
            ? error.GetString()
            : null;

    /// <param name="State">The step's state.</param>
    /// <param name="Entered">The event with which it began.</param>
    /// <param name="Holder">The event with which the state that holds it began; 0 for a state of the machine itself.</param>
    /// <param name="Iteration">The iteration that it belongs to, from 1; 0 outside of loops.</param>
    private sealed record Visit(CompiledState State, HistoryEvent Entered, long Holder, int Iteration);
}
