namespace Cxf.StatesLanguage.History;

/// <summary>The events of one execution, appended by its run and read by anyone.</summary>
internal sealed class ExecutionHistory(TimeProvider time, int capacity, bool keep)
{
    private readonly Lock gate = new();
    private readonly List<HistoryEvent> events = keep ? new(16) : [];
    private long lastId;

    /// <summary>Whether the next event would be one more than an execution may have.</summary>
    public bool IsFull => lastId >= capacity - 1;

    public long Add(HistoryEventType type, long previous, HistoryEventDetails? details = null)
    {
        if (!keep)
        {
            return ++lastId;
        }

        var now = time.GetUtcNow();
        lock (gate)
        {
            lastId++;
            events.Add(new HistoryEvent(lastId, previous, now, type, details));
            return lastId;
        }
    }

    public IReadOnlyList<HistoryEvent> Snapshot()
    {
        lock (gate)
        {
            return [.. events];
        }
    }
}
