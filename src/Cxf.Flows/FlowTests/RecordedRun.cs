using Cxf.Flows.Compiling;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>What a test repeats of a run, read from the run's history.</summary>
/// <param name="Path">The steps visited, as a test expects them.</param>
/// <param name="Calls">The calls of the steps that a test answers, in the order in which they began.</param>
public sealed record RecordedRun(IReadOnlyList<string> Path, IReadOnlyList<RecordedCall> Calls)
{
    /// <summary>Reads a history.</summary>
    /// <param name="compiled">The flow that ran.</param>
    /// <param name="history">All events of the run, numbered from 1.</param>
    public static RecordedRun Of(CompiledFlow compiled, IReadOnlyList<HistoryEvent> history)
    {
        var trace = FlowTrace.Of(compiled, history);
        var ends = history
            .Where(IsEnd)
            .Select(end =>
                (End: end, Begin: history.AncestorsOf(end).FirstOrDefault(one => one.Type == HistoryEventType.TaskScheduled))
            )
            .Where(pair => pair.Begin is not null)
            .ToDictionary(pair => pair.Begin!.Id, pair => pair.End);
        return new RecordedRun(
            trace.Path,
            [
                .. from begin in history
                where begin.Type == HistoryEventType.TaskScheduled
                let step = trace.StepOf(begin)
                where step is not null && FlowTestMocks.Calls(step.Value.State.Step)
                select new RecordedCall(step.Value.State, step.Value.Indexes, begin, ends.GetValueOrDefault(begin.Id)),
            ]
        );
    }

    private static bool IsEnd(HistoryEvent happened) =>
        happened.Type is HistoryEventType.TaskSucceeded or HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut;
}

/// <summary>One call of a run.</summary>
/// <param name="State">The state of the step.</param>
/// <param name="Indexes">The index of each loop around the step, the outermost first.</param>
/// <param name="Begin">The event with which the call began.</param>
/// <param name="End">The event with which it ended; null where the run ended before.</param>
public sealed record RecordedCall(CompiledState State, IReadOnlyList<int> Indexes, HistoryEvent Begin, HistoryEvent? End);
