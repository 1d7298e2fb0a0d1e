namespace Cxf.StatesLanguage.History;

/// <summary>One event of an execution's history, in the shape of GetExecutionHistory.</summary>
/// <param name="Id">Number of the event, from 1.</param>
/// <param name="PreviousEventId">The event that led to this one; 0 for the first events.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="Details">What belongs to it, or null.</param>
public sealed record HistoryEvent(
    long Id, long PreviousEventId, DateTimeOffset Timestamp, HistoryEventType Type, HistoryEventDetails? Details);
