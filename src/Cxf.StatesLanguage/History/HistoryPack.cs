using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.History;

/// <summary>The entries of a history as bytes: four or five for a state that passes on its input.</summary>
internal static class HistoryPack
{
    [Flags]
    private enum Shape : byte
    {
        None = 0,

        /// <summary>The entry is also the event that enters the next state.</summary>
        AndEntersNext = 1,

        /// <summary>It happened at the time of the entry before.</summary>
        SameTime = 2,

        /// <summary>It follows the event before it.</summary>
        FollowsLast = 4,

        /// <summary>It enters or leaves a state.</summary>
        OfState = 8,

        /// <summary>The state is the one that the entry before led to.</summary>
        OfFollowing = 16,
    }

    /// <param name="pack">Receives the entry.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="id">The number of its event.</param>
    /// <param name="before">The entry before it; none before the first.</param>
    public static void Write(PackWriter pack, in HistoryEntry entry, long id, in HistoryEntry before)
    {
        var state = entry.State;
        var shape =
            (entry.AndEntersNext ? Shape.AndEntersNext : Shape.None)
            | (entry.UtcTicks == before.UtcTicks ? Shape.SameTime : Shape.None)
            | (entry.Previous == id - 1 ? Shape.FollowsLast : Shape.None)
            | (state is null ? Shape.None : Shape.OfState)
            | (state is not null && ReferenceEquals(state, before.Following) ? Shape.OfFollowing : Shape.None);
        pack.WriteByte((byte)shape);
        pack.WriteByte((byte)entry.Type);
        if (!shape.HasFlag(Shape.SameTime))
        {
            pack.WriteDifference(entry.UtcTicks - before.UtcTicks);
        }

        if (!shape.HasFlag(Shape.FollowsLast))
        {
            pack.WriteNumber(entry.Previous);
        }

        if (state is null)
        {
            DetailsPack.Write(pack, entry.OtherDetails);
            return;
        }

        if (!shape.HasFlag(Shape.OfFollowing))
        {
            pack.WriteNumber(state.Number);
        }

        pack.Write(entry.Data);
    }

    /// <summary>Reads the entry that <see cref="Write"/> wrote.</summary>
    /// <param name="pack">Has the entry.</param>
    /// <param name="id">The number of its event.</param>
    /// <param name="before">The entry before it.</param>
    /// <param name="states">The states of the definition.</param>
    /// <param name="started">The details of the first event.</param>
    public static HistoryEntry Read(
        PackReader pack,
        long id,
        in HistoryEntry before,
        IReadOnlyList<State> states,
        ExecutionStartedDetails started
    )
    {
        var shape = (Shape)pack.ReadByte();
        var type = pack.ReadByte();
        var ticks = before.UtcTicks + (shape.HasFlag(Shape.SameTime) ? 0 : pack.ReadDifference());
        var previous = (int)(shape.HasFlag(Shape.FollowsLast) ? id - 1 : pack.ReadNumber());
        if (!shape.HasFlag(Shape.OfState))
        {
            return new HistoryEntry(ticks, previous, type, DetailsPack.Read(pack, started), null);
        }

        var state = shape.HasFlag(Shape.OfFollowing) ? before.Following! : states[(int)pack.ReadNumber()];
        return new HistoryEntry(ticks, previous, type, state, pack.ReadDocument())
        {
            AndEntersNext = shape.HasFlag(Shape.AndEntersNext),
        };
    }
}
