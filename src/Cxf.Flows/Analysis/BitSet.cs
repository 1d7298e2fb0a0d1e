using System.Numerics;

namespace Cxf.Flows.Analysis;

/// <summary>A set of small numbers, for analyses that join many of them.</summary>
internal sealed class BitSet(int capacity)
{
    public const int WordBits = 64;
    private readonly ulong[] _words = new ulong[(capacity + WordBits - 1) / WordBits];

    public bool this[int number] => (_words[number / WordBits] & (1UL << number)) != 0;

    public void Add(int number) => _words[number / WordBits] |= 1UL << number;

    public void Remove(int number) => _words[number / WordBits] &= ~(1UL << number);

    public void RemoveRange(int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            if (number % WordBits == 0 && number + WordBits <= first + count)
            {
                _words[number / WordBits] = 0;
                number += WordBits - 1;
            }
            else
            {
                Remove(number);
            }
        }
    }

    /// <summary>The first member from a number on, or <see cref="int.MaxValue"/>.</summary>
    public int Next(int number)
    {
        var word = number / WordBits;
        var rest = word < _words.Length ? _words[word] & (ulong.MaxValue << number) : 0;
        while (rest == 0 && ++word < _words.Length)
        {
            rest = _words[word];
        }

        return rest == 0 ? int.MaxValue : (word * WordBits) + BitOperations.TrailingZeroCount(rest);
    }

    public void CopyFrom(BitSet other) => other._words.CopyTo(_words, 0);

    /// <summary>Adds what the other set has; whether that changed this one.</summary>
    public bool Unite(BitSet other)
    {
        var added = 0UL;
        var mine = _words.AsSpan();
        var others = other._words.AsSpan(0, mine.Length);
        for (var word = 0; word < mine.Length; word++)
        {
            added |= others[word] & ~mine[word];
            mine[word] |= others[word];
        }

        return added != 0;
    }
}
