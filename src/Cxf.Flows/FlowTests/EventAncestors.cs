using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>Follows a history backwards: events are numbered from 1, and each names the one that led to it.</summary>
internal static class EventAncestors
{
    /// <summary>The events that led to one, the nearest first.</summary>
    public static IEnumerable<HistoryEvent> AncestorsOf(this IReadOnlyList<HistoryEvent> history, HistoryEvent happened)
    {
        for (var id = happened.PreviousEventId; id > 0; id = history[(int)id - 1].PreviousEventId)
        {
            yield return history[(int)id - 1];
        }
    }
}
