namespace Cxf.Flows.Analysis;

/// <summary>A set of small numbers, for analyses that join many of them.</summary>
internal sealed class BitSet
{
    private const int WordBits = 64;
    private readonly ulong[] _words;

    public BitSet(int capacity) => _words = new ulong[(capacity + WordBits - 1) / WordBits];

    private BitSet(ulong[] words) => _words = words;

    public bool this[int number] => (_words[number / WordBits] & (1UL << number)) != 0;

    public void Add(int number) => _words[number / WordBits] |= 1UL << number;

    public void Subtract(BitSet other)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            _words[word] &= ~other._words[word];
        }
    }

    public BitSet Copy() => new((ulong[])_words.Clone());

    /// <summary>Adds what the other set has; whether that changed this one.</summary>
    public bool Unite(BitSet other)
    {
        var changed = false;
        for (var word = 0; word < _words.Length; word++)
        {
            var united = _words[word] | other._words[word];
            changed |= united != _words[word];
            _words[word] = united;
        }

        return changed;
    }

    /// <summary>Keeps only what the other set has too; whether that changed this one.</summary>
    public bool Intersect(BitSet other)
    {
        var changed = false;
        for (var word = 0; word < _words.Length; word++)
        {
            var common = _words[word] & other._words[word];
            changed |= common != _words[word];
            _words[word] = common;
        }

        return changed;
    }
}
