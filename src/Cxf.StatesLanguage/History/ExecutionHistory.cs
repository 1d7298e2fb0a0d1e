using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.History;

/// <summary>The events of one execution, appended by its run and read by anyone.</summary>
internal sealed class ExecutionHistory(TimeProvider time, int capacity, bool keep)
{
    private readonly Lock gate = new();
    private Entry[] entries = [];
    private int count;

    /// <summary>Adds an event; the last place is kept for the one that ends the execution.</summary>
    /// <exception cref="HistoryFullException">Only that place is left.</exception>
    public long Add(HistoryEventType type, long previous, HistoryEventDetails? details = null) =>
        count < capacity - 1 ? Append(type, previous, details) : throw new HistoryFullException(capacity);

    /// <summary>Adds the event that ends the execution.</summary>
    public void End(HistoryEventType type, long previous, HistoryEventDetails details) => Append(type, previous, details);

    public IReadOnlyList<HistoryEvent> Snapshot()
    {
        lock (gate)
        {
            var events = new HistoryEvent[keep ? count : 0];
            for (var index = 0; index < events.Length; index++)
            {
                var entry = entries[index];
                events[index] = new HistoryEvent(
                    index + 1, entry.Previous, new DateTimeOffset(entry.UtcTicks, TimeSpan.Zero), entry.Type, entry.Details);
            }

            return events;
        }
    }

    private long Append(HistoryEventType type, long previous, HistoryEventDetails? details)
    {
        if (!keep)
        {
            return ++count;
        }

        var ticks = time.GetUtcNow().UtcTicks;
        lock (gate)
        {
            if (count == entries.Length)
            {
                Array.Resize(ref entries, Math.Max(8, count * 2));
            }

            entries[count] = new Entry(previous, ticks, type, details);
            return ++count;
        }
    }

    // Most events are never looked at: they are kept small and become objects when they are.
    private readonly record struct Entry(long Previous, long UtcTicks, HistoryEventType Type, HistoryEventDetails? Details);
}
