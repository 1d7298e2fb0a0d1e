using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>One event of an execution's history, in the form of GetExecutionHistory.</summary>
/// <param name="Id">Number of the event, from 1.</param>
/// <param name="PreviousEventId">The event that led to this one; 0 for the first events.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="Details">Its details, or null.</param>
public sealed record HistoryEvent(
    long Id,
    long PreviousEventId,
    DateTimeOffset Timestamp,
    HistoryEventType Type,
    HistoryEventDetails? Details
);

/// <summary>The details of an event; each kind writes the members of AWS's answer.</summary>
public abstract record HistoryEventDetails
{
    /// <summary>The members of the details object; data members only if <paramref name="includeData"/> is true.</summary>
    internal abstract void WriteMembers(Utf8JsonWriter json, bool includeData);

    /// <summary>The name of the details member for an event type.</summary>
    internal virtual string MemberName(HistoryEventType type)
    {
        var name = type.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..] + "EventDetails";
    }
}
