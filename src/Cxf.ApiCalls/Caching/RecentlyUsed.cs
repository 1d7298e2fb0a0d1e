namespace Cxf.ApiCalls.Caching;

/// <summary>
/// Values by key, up to a fixed number. A new value replaces the least recently used one, and all values that were not used for
/// some time.
/// </summary>
/// <param name="max">The maximum number of values.</param>
/// <param name="idle">For how long a value is kept without being used.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int max, TimeSpan idle, TimeProvider timeProvider)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];

    // The least recently used first.
    private readonly LinkedList<Entry> _order = [];

    /// <summary>How many values there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The key's value, or a new one.</summary>
    public TValue GetOrAdd<TState>(TKey key, Func<TState, TValue> create, TState state)
    {
        var now = timeProvider.GetUtcNow();
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var node))
            {
                _order.Remove(node);
            }
            else
            {
                Evict(now);
                _entries[key] = node = new LinkedListNode<Entry>(new Entry(key, create(state)));
            }

            node.Value.UsedAt = now;
            _order.AddLast(node);
            return node.Value.Value;
        }
    }

    private void Evict(DateTimeOffset now)
    {
        while (_order.First is { } oldest && (_entries.Count >= max || now - oldest.Value.UsedAt >= idle))
        {
            _order.RemoveFirst();
            _entries.Remove(oldest.Value.Key);
        }
    }

    private sealed class Entry(TKey key, TValue value)
    {
        public TKey Key => key;

        public TValue Value => value;

        public DateTimeOffset UsedAt { get; set; }
    }
}
