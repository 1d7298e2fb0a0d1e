using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.History;

/// <summary>
/// An event with its details, or with a state and its input or output. Leaving a state and entering the next one, which is
/// what most events are, share one entry. The type is a byte, so that an entry takes 32 bytes.
/// </summary>
internal struct HistoryEntry(long utcTicks, int previous, byte type, object? subject, Payload? data)
{
    /// <summary>Whether the next event enters the state that follows, with the same data at the same time.</summary>
    public bool AndEntersNext { get; set; }

    public readonly long UtcTicks => utcTicks;

    public readonly int Previous => previous;

    public readonly HistoryEventType Type => (HistoryEventType)type;

    /// <summary>The state, or else null.</summary>
    public readonly State? State => data is null ? null : (State)subject!;

    /// <summary>The input or output of the state.</summary>
    public readonly Payload? Data => data;

    /// <summary>The state that is entered, or would be next.</summary>
    public readonly State? Following =>
        data is null ? null
        : AndEntersNext || !StateEvents.IsEntered(Type) ? State!.NextState
        : State;

    /// <summary>The details of an event that is not of a state.</summary>
    public readonly HistoryEventDetails? OtherDetails => (HistoryEventDetails?)subject;

    public readonly bool IsExitTo(State next, Payload input, long ticks) =>
        ReferenceEquals(data, input)
        && ticks == utcTicks
        && !AndEntersNext
        && subject is State left
        && ReferenceEquals(left.NextState, next)
        && !StateEvents.IsEntered(Type);

    public readonly HistoryEvent ToEvent(long id) => new(id, previous, Time, Type, Details());

    public readonly HistoryEvent ToEntryOfNext(long id)
    {
        var next = ((State)subject!).NextState!;
        return new(id, id - 1, Time, StateEvents.Entered(next.Type), new StateEnteredDetails(next.Name, data!));
    }

    private readonly DateTimeOffset Time => new(utcTicks, TimeSpan.Zero);

    private readonly HistoryEventDetails? Details() =>
        data is null ? (HistoryEventDetails?)subject
        : StateEvents.IsEntered(Type) ? new StateEnteredDetails(((State)subject!).Name, data)
        : new StateExitedDetails(((State)subject!).Name, data, []);
}
