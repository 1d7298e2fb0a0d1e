using Cxf.Flows.Model;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>Which steps a run visited and how it went from one to the next, told from its history.</summary>
internal sealed class FlowTrace
{
    private readonly Dictionary<string, StepPlace> _places;
    private readonly IReadOnlyList<HistoryEvent> _history;

    private FlowTrace(FlowDefinition flow, IReadOnlyList<HistoryEvent> history)
    {
        _places = StepPlace.Of(flow);
        _history = history;
        var visits = (from happened in history
                      where happened.Details is StateEnteredDetails
                      let place = _places.GetValueOrDefault(((StateEnteredDetails)happened.Details!).Name)
                      where place is not null
                      select VisitOf(happened, place)).ToList();
        var inside = visits.ToLookup(visit => visit.Holder);
        Path = [.. Flatten(0, inside)];
        Moves = [.. visits.Select(MoveTo).OfType<StepMove>()];
    }

    /// <summary>
    /// The labels of the steps visited, in the order in which they began; the steps of a branch or an iteration stand together
    /// behind the step that holds them, however they took turns.
    /// </summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>Every move from one step to the next.</summary>
    public IReadOnlyList<StepMove> Moves { get; }

    public static FlowTrace Of(FlowDefinition flow, IReadOnlyList<HistoryEvent> history) => new(flow, history);

    /// <summary>What the calls of each step sent, in the order in which they began.</summary>
    public IEnumerable<(string Label, TaskScheduledDetails Call)> Calls() =>
        from happened in _history
        where happened.Details is TaskScheduledDetails
        let state = Ancestors(happened).Select(earlier => earlier.Details).OfType<StateEnteredDetails>().FirstOrDefault()
        where state is not null && _places.ContainsKey(state.Name)
        select (state.Name, (TaskScheduledDetails)happened.Details!);

    private static IEnumerable<string> Flatten(long holder, ILookup<long, Visit> inside) =>
        inside[holder].OrderBy(visit => visit.Place.Body).ThenBy(visit => visit.Iteration).ThenBy(visit => visit.Entered.Id)
            .SelectMany(visit => Flatten(visit.Entered.Id, inside).Prepend(visit.Place.Step.Label));

    private Visit VisitOf(HistoryEvent entered, StepPlace place)
    {
        var iteration = 0;
        foreach (var happened in place.Owner is null ? [] : Ancestors(entered))
        {
            if (happened.Details is MapIterationDetails map && happened.Type == HistoryEventType.MapIterationStarted && map.Name == place.Owner)
            {
                // The nearest one: iterations that follow each other in one lane are each other's ancestors.
                iteration = iteration == 0 ? map.Index + 1 : iteration;
            }
            else if (happened.Details is StateEnteredDetails state && state.Name == place.Owner)
            {
                return new Visit(place, entered, happened.Id, iteration);
            }
        }

        return new Visit(place, entered, 0, iteration);
    }

    /// <summary>The move that led to a step; null where none of its siblings came before it.</summary>
    private StepMove? MoveTo(Visit visit)
    {
        foreach (var happened in Ancestors(visit.Entered).TakeWhile(happened => !IsStartOf(visit.Place, happened)))
        {
            if (happened.Details is StateExitedDetails state && _places.TryGetValue(state.Name, out var from) && from.Scope == visit.Place.Scope)
            {
                return new StepMove(from.Step, visit.Place.Step.Label, ErrorThatEnded(happened));
            }
        }

        return null;
    }

    /// <summary>Whether an event is where the scope of a step began.</summary>
    private static bool IsStartOf(StepPlace place, HistoryEvent happened) => happened.Details switch
    {
        MapIterationDetails map => happened.Type == HistoryEventType.MapIterationStarted && map.Name == place.Owner,
        StateEnteredDetails state => state.Name == place.Owner,
        _ => false,
    };

    /// <summary>The error that the step was left with; null when it was left with a result.</summary>
    private string? ErrorThatEnded(HistoryEvent exited)
    {
        var last = Previous(exited);
        return last is not null && IsFailure(last.Type) ? Ancestors(exited).Select(ErrorOf).FirstOrDefault(error => error is not null) : null;
    }

    private static bool IsFailure(HistoryEventType type) => type
        is HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut or HistoryEventType.EvaluationFailed
        or HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateFailed;

    private static string? ErrorOf(HistoryEvent happened) => happened.Details switch
    {
        TaskFailedDetails task => task.Error,
        EvaluationFailedDetails evaluation => evaluation.Error,
        ErrorDetails error => error.Error,
        _ => null,
    };

    /// <summary>The events that led to one, the nearest first.</summary>
    private IEnumerable<HistoryEvent> Ancestors(HistoryEvent happened)
    {
        for (var earlier = Previous(happened); earlier is not null; earlier = Previous(earlier))
        {
            yield return earlier;
        }
    }

    // Events are numbered from 1, each after the one that led to it.
    private HistoryEvent? Previous(HistoryEvent happened) =>
        happened.PreviousEventId > 0 ? _history[(int)happened.PreviousEventId - 1] : null;

    /// <param name="Place">The step.</param>
    /// <param name="Entered">The event with which its state began.</param>
    /// <param name="Holder">The event with which the state that holds it began; 0 for a step of the flow itself.</param>
    /// <param name="Iteration">The iteration that it belongs to, from 1; 0 outside of loops.</param>
    private sealed record Visit(StepPlace Place, HistoryEvent Entered, long Holder, int Iteration);
}
