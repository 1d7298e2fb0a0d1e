namespace Cxf.StatesLanguage.History;

/// <summary>The events of one execution, appended by its run and read by anyone.</summary>
internal sealed class ExecutionHistory(TimeProvider time, int capacity, bool keep)
{
    private readonly Lock gate = new();
    private Entry[] entries = [];
    private int count;

    /// <summary>Whether the next event would be one more than an execution may have.</summary>
    public bool IsFull => count >= capacity - 1;

    public long Add(HistoryEventType type, long previous, HistoryEventDetails? details = null)
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

    // Most events are never looked at: they are kept small and become objects when they are.
    private readonly record struct Entry(long Previous, long UtcTicks, HistoryEventType Type, HistoryEventDetails? Details);
}
