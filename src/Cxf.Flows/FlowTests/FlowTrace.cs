using Cxf.Flows.Model;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>Which steps a run visited and how it went from one to the next, told from its history.</summary>
internal sealed class FlowTrace
{
    private readonly FlowDefinition _flow;
    private readonly IReadOnlyList<HistoryEvent> _history;

    private FlowTrace(FlowDefinition flow, IReadOnlyList<HistoryEvent> history)
    {
        _flow = flow;
        _history = history;
        var entered = history.Where(happened => StepEntered(happened) is not null).ToList();
        Path = [.. entered.Select(happened => StepEntered(happened)!.Label)];
        Moves = [.. entered.Select(MoveTo).OfType<StepMove>()];
    }

    /// <summary>The labels of the steps visited, in the order in which they began.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>Every move from one step to the next.</summary>
    public IReadOnlyList<StepMove> Moves { get; }

    public static FlowTrace Of(FlowDefinition flow, IReadOnlyList<HistoryEvent> history) => new(flow, history);

    /// <summary>What the calls of each step sent, in the order in which they began.</summary>
    public IEnumerable<(string Label, TaskScheduledDetails Call)> Calls() =>
        from happened in _history
        where happened.Details is TaskScheduledDetails
        let step = Ancestors(happened).Select(StepEntered).FirstOrDefault(step => step is not null)
        where step is not null
        select (step.Label, (TaskScheduledDetails)happened.Details!);

    private FlowStep? StepEntered(HistoryEvent happened) => happened.Details is StateEnteredDetails state ? _flow.Find(state.Name) : null;

    /// <summary>The move that led to a step; null where none of its siblings came before it.</summary>
    private StepMove? MoveTo(HistoryEvent entered)
    {
        var target = StepEntered(entered)!.Label;
        foreach (var happened in Ancestors(entered))
        {
            if (happened.Details is StateExitedDetails state && _flow.Find(state.Name) is { } step)
            {
                return new StepMove(step, target, ErrorThatEnded(happened));
            }
        }

        return null;
    }

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
}
