using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.History;

/// <summary>
/// The events of one execution, appended by its strand and read from any thread. Most events are never read, so they are stored
/// compactly, in blocks that are not copied as the history grows, and become objects only when they are read.
/// </summary>
internal sealed class ExecutionHistory(TimeProvider time, int capacity, bool keep)
{
    private const int SmallestBlock = 8;
    private const int LargestBlock = 512;

    private Block? _first;
    private Block? _last;
    private int _used;

    // Written after the entry that it counts, so that readers need no lock.
    private int _count;
    private Func<IReadOnlyList<HistoryEvent>>? _ended;

    /// <summary>The history of an execution that has ended, whose events are made when they are read.</summary>
    public static ExecutionHistory OfEnded(TimeProvider time, int count, Func<IReadOnlyList<HistoryEvent>> events) =>
        new(time, count, keep: false) { _count = count, _ended = events };

    /// <summary>The number of events.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether events are kept, and not only counted.</summary>
    public bool IsKept => keep;

    /// <summary>Adds an event; one slot is reserved for the event that ends the execution.</summary>
    /// <exception cref="HistoryFullException">Only the reserved slot is left.</exception>
    public long Add(HistoryEventType type, long previous, HistoryEventDetails? details = null)
    {
        CheckRoom();
        return Append(type, previous, details, null, keep ? time.GetUtcNow().UtcTicks : 0);
    }

    /// <summary>Adds the event of entering a state.</summary>
    /// <exception cref="HistoryFullException">Only the reserved slot is left.</exception>
    public long AddEntry(State state, long previous, Payload input, long utcTicks)
    {
        CheckRoom();
        if (keep && previous == _count && _last is { } block && block.Entries[_used - 1].IsExitTo(state, input, utcTicks))
        {
            block.Entries[_used - 1].AndEntersNext = true;
            return Publish();
        }

        return Append(StateEvents.Entered(state.Type), previous, state, input, utcTicks);
    }

    /// <summary>Adds the event of leaving a state that sets no variables.</summary>
    /// <exception cref="HistoryFullException">Only the reserved slot is left.</exception>
    public long AddExit(State state, long previous, Payload output, long utcTicks)
    {
        CheckRoom();
        return Append(StateEvents.Exited(state.Type), previous, state, output, utcTicks);
    }

    /// <summary>Adds the event that ends the execution.</summary>
    public void End(HistoryEventType type, long previous, HistoryEventDetails details, long utcTicks) =>
        Append(type, previous, details, null, utcTicks);

    /// <summary>The events so far.</summary>
    public IReadOnlyList<HistoryEvent> Snapshot()
    {
        if (_ended is not null)
        {
            return _ended();
        }

        var events = new HistoryEvent[keep ? Count : 0];
        var index = 0;
        for (var block = _first!; index < events.Length; block = block.Next!)
        {
            for (var slot = 0; slot < block.Entries.Length && index < events.Length; slot++)
            {
                AddTo(events, block.Entries[slot], ref index);
            }
        }

        return events;
    }

    /// <summary>Writes the events of an execution that has ended.</summary>
    public void Pack(PackWriter pack)
    {
        HistoryEntry before = default;
        var id = 1L;
        for (var block = keep ? _first : null; block is not null; block = block.Next)
        {
            var used = block == _last ? _used : block.Entries.Length;
            for (var slot = 0; slot < used; slot++)
            {
                ref readonly var entry = ref block.Entries[slot];
                HistoryPack.Write(pack, entry, id, before);
                id += entry.AndEntersNext ? 2 : 1;
                before = entry;
            }
        }
    }

    /// <summary>Reads the events that <see cref="Pack"/> wrote.</summary>
    public static IReadOnlyList<HistoryEvent> Unpack(
        PackReader pack,
        int count,
        IReadOnlyList<State> states,
        ExecutionStartedDetails started
    )
    {
        var events = new HistoryEvent[count];
        HistoryEntry before = default;
        for (var index = 0; index < count; )
        {
            var entry = HistoryPack.Read(pack, index + 1, before, states, started);
            AddTo(events, entry, ref index);
            before = entry;
        }

        return events;
    }

    private static void AddTo(HistoryEvent[] events, in HistoryEntry entry, ref int index)
    {
        events[index++] = entry.ToEvent(index);
        if (entry.AndEntersNext && index < events.Length)
        {
            events[index++] = entry.ToEntryOfNext(index);
        }
    }

    private void CheckRoom()
    {
        if (_count >= capacity - 1)
        {
            throw new HistoryFullException(capacity);
        }
    }

    private long Append(HistoryEventType type, long previous, object? subject, Payload? data, long utcTicks)
    {
        if (keep)
        {
            var block = _last ??= _first = new Block(SmallestBlock);
            if (_used == block.Entries.Length)
            {
                _last = block.Next = new Block(Math.Clamp(_count, SmallestBlock, LargestBlock));
                block = _last;
                _used = 0;
            }

            block.Entries[_used++] = new HistoryEntry(utcTicks, (int)previous, (byte)type, subject, data);
        }

        return Publish();
    }

    private long Publish()
    {
        var count = _count + 1;
        Volatile.Write(ref _count, count);
        return count;
    }

    private sealed class Block(int size)
    {
        public HistoryEntry[] Entries { get; } = new HistoryEntry[size];

        public Block? Next { get; set; }
    }
}

/// <summary>The history is full: the execution ends, and no state can catch this.</summary>
internal sealed class HistoryFullException(int capacity) : Exception
{
    public StateError Error { get; } =
        new(ErrorNames.Runtime, $"The execution reached the maximum number of history events ({capacity}).");
}
