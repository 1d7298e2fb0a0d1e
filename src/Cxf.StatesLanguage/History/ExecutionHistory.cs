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

    public IReadOnlyList<HistoryEvent> Snapshot()
    {
        var events = new HistoryEvent[keep ? Count : 0];
        var index = 0;
        for (var block = _first!; index < events.Length; block = block.Next!)
        {
            for (var slot = 0; slot < block.Entries.Length && index < events.Length; slot++)
            {
                ref readonly var entry = ref block.Entries[slot];
                events[index++] = entry.ToEvent(index);
                if (entry.AndEntersNext && index < events.Length)
                {
                    events[index++] = entry.ToEntryOfNext(index);
                }
            }
        }

        return events;
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

            block.Entries[_used++] = new Entry(utcTicks, (int)previous, (byte)type, subject, data);
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
        public Entry[] Entries { get; } = new Entry[size];

        public Block? Next { get; set; }
    }

    /// <summary>
    /// An event with its details, or with a state and its input or output. Leaving a state and entering the next one, which is
    /// what most events are, share one entry.
    /// </summary>
    private struct Entry(long utcTicks, int previous, byte type, object? subject, Payload? data)
    {
        /// <summary>Whether the next event enters the state that follows, with the same data at the same time.</summary>
        public bool AndEntersNext { readonly get; set; }

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

        // A byte, so that an entry takes 32 bytes.
        private readonly HistoryEventType Type => (HistoryEventType)type;

        private readonly DateTimeOffset Time => new(utcTicks, TimeSpan.Zero);

        private readonly HistoryEventDetails? Details() =>
            data is null ? (HistoryEventDetails?)subject
            : StateEvents.IsEntered(Type) ? new StateEnteredDetails(((State)subject!).Name, data)
            : new StateExitedDetails(((State)subject!).Name, data, []);
    }
}

/// <summary>The history is full: the execution ends, and no state can catch this.</summary>
internal sealed class HistoryFullException(int capacity) : Exception
{
    public StateError Error { get; } =
        new(ErrorNames.Runtime, $"The execution reached the maximum number of history events ({capacity}).");
}
