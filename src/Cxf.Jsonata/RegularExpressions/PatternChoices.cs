using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// The registers of a <see cref="PatternMatcher"/> and the choices that it can return to, on one stack, so that going back to a
/// choice restores the registers as they were there.
/// </summary>
internal sealed class PatternChoices(int registers)
{
    /// <summary>The value of a register that nothing has assigned.</summary>
    public const int Unset = -1;

    private const int MaxEntries = 1 << 21;
    private Entry[] _stack = new Entry[32];

    public int[] Registers { get; } = new int[registers];

    public int Depth { get; private set; }

    /// <summary>A choice to return to, or a register to restore: its number is then below 0, inverted.</summary>
    /// <param name="Target">The instruction, or the inverted register.</param>
    /// <param name="Value">The position, or the register's value.</param>
    /// <param name="Floor">For a run of characters: how far its end can go back.</param>
    private readonly record struct Entry(int Target, int Value, int Floor);

    public void Clear()
    {
        Array.Fill(Registers, Unset);
        Depth = 0;
    }

    public void Assign(int register, int value)
    {
        if (Registers[register] != value)
        {
            Push(~register, Registers[register], 0);
            Registers[register] = value;
        }
    }

    /// <param name="target">The instruction to return to.</param>
    /// <param name="value">The position there.</param>
    /// <param name="floor">The last position to try; each one on the way is tried, too.</param>
    public void Push(int target, int value, int floor)
    {
        if (Depth == _stack.Length)
        {
            if (Depth >= MaxEntries)
            {
                throw LimitErrors.RegexTooSlow();
            }

            Array.Resize(ref _stack, 2 * Depth);
        }

        _stack[Depth++] = new Entry(target, value, floor);
    }

    /// <summary>Goes back to the last choice above a depth, restoring registers on the way.</summary>
    public bool TryReturn(int floor, ref int instruction, ref int position)
    {
        while (Depth > floor)
        {
            var entry = _stack[--Depth];
            if (entry.Target < 0)
            {
                Registers[~entry.Target] = entry.Value;
                continue;
            }

            instruction = entry.Target;
            position = entry.Value;
            if (entry.Floor != entry.Value)
            {
                position += entry.Floor < entry.Value ? -1 : 1;
                if (position != entry.Floor)
                {
                    Push(entry.Target, position, entry.Floor);
                }
            }

            return true;
        }

        return false;
    }

    /// <summary>Removes the choices above a depth; registers are restored, or their old values kept for later.</summary>
    public void Close(int depth, bool restores)
    {
        if (restores)
        {
            for (; Depth > depth; Depth--)
            {
                if (_stack[Depth - 1] is { Target: < 0 } entry)
                {
                    Registers[~entry.Target] = entry.Value;
                }
            }

            return;
        }

        var kept = depth;
        for (var at = depth; at < Depth; at++)
        {
            if (_stack[at].Target < 0)
            {
                _stack[kept++] = _stack[at];
            }
        }

        Depth = kept;
    }
}
