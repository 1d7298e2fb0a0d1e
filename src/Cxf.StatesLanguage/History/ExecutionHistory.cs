using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.History;

/// <summary>
/// The events of one execution, appended by its run and read from any thread. Most events are never read, so they are stored
/// compactly, in blocks that are not copied as the history grows, and become objects only when they are read.
/// </summary>
internal sealed class ExecutionHistory(TimeProvider time, int capacity, bool keep)
{
    private const int SmallestBlock = 8;
    private const int LargestBlock = 512;

    private readonly Lock _lock = new();
    private readonly List<Entry[]> _blocks = [];
    private Entry[] _block = [];
    private int _used;
    private int _count;

    /// <summary>The number of events.</summary>
    public int Count => _count;

    /// <summary>Adds an event; one slot is reserved for the event that ends the execution.</summary>
    /// <exception cref="HistoryFullException">Only the reserved slot is left.</exception>
    public long Add(HistoryEventType type, long previous, HistoryEventDetails? details = null)
    {
        CheckRoom();
        return Append(type, previous, details, null);
    }

    /// <summary>Adds the event of entering or leaving a state.</summary>
    /// <exception cref="HistoryFullException">Only the reserved slot is left.</exception>
    public long AddVisit(HistoryEventType type, long previous, string stateName, Payload data)
    {
        CheckRoom();
        return Append(type, previous, stateName, data);
    }

    /// <summary>Adds the event that ends the execution.</summary>
    public void End(HistoryEventType type, long previous, HistoryEventDetails details) => Append(type, previous, details, null);

    public IReadOnlyList<HistoryEvent> Snapshot()
    {
        lock (_lock)
        {
            var events = new HistoryEvent[keep ? _count : 0];
            var index = 0;
            foreach (var entries in _blocks)
            {
                for (var slot = 0; slot < entries.Length && index < _count; slot++)
                {
                    events[index++] = entries[slot].ToEvent(index);
                }
            }

            return events;
        }
    }

    private void CheckRoom()
    {
        if (_count >= capacity - 1)
        {
            throw new HistoryFullException(capacity);
        }
    }

    private long Append(HistoryEventType type, long previous, object? subject, Payload? data)
    {
        if (!keep)
        {
            return ++_count;
        }

        var ticks = time.GetUtcNow().UtcTicks;
        lock (_lock)
        {
            if (_used == _block.Length)
            {
                _block = new Entry[Math.Clamp(_count, SmallestBlock, LargestBlock)];
                _blocks.Add(_block);
                _used = 0;
            }

            _block[_used++] = new Entry(ticks, (int)previous, type, subject, data);
            return ++_count;
        }
    }

    /// <summary>An event with its details, or with a state's name and its input or output.</summary>
    private readonly record struct Entry(long UtcTicks, int Previous, HistoryEventType Type, object? Subject, Payload? Data)
    {
        public HistoryEvent ToEvent(long id) => new(id, Previous, new DateTimeOffset(UtcTicks, TimeSpan.Zero), Type, Details());

        private HistoryEventDetails? Details() =>
            Data is null ? (HistoryEventDetails?)Subject
            : StateEvents.IsEntered(Type) ? new StateEnteredDetails((string)Subject!, Data)
            : new StateExitedDetails((string)Subject!, Data, []);
    }
}

/// <summary>The history is full: the execution ends, and no state can catch this.</summary>
internal sealed class HistoryFullException(int capacity) : Exception
{
    public StateError Error { get; } =
        new(ErrorNames.Runtime, $"The execution reached the maximum number of history events ({capacity}).");
}
