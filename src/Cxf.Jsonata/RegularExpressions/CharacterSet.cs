namespace Cxf.Jsonata.RegularExpressions;

/// <summary>A range of characters, both ends included.</summary>
internal readonly record struct CharacterRange(int First, int Last);

/// <summary>
/// A set of characters: code points, or UTF-16 units in the dialect that reads these. Its ranges are sorted and do not touch.
/// Immutable.
/// </summary>
internal sealed class CharacterSet
{
    private const int Max = 0x10FFFF;
    private const int AsciiLimit = 128;
    private readonly CharacterRange[] _ranges;
    private readonly ulong _low;
    private readonly ulong _high;

    private CharacterSet(CharacterRange[] sorted)
    {
        _ranges = sorted;
        foreach (var range in sorted)
        {
            for (var unit = range.First; unit <= range.Last && unit < AsciiLimit; unit++)
            {
                if (unit < 64)
                {
                    _low |= 1UL << unit;
                }
                else
                {
                    _high |= 1UL << unit;
                }
            }
        }
    }

    /// <summary>Every character.</summary>
    public static CharacterSet All { get; } = Of(0, Max);

    /// <summary><c>\d</c>.</summary>
    public static CharacterSet Digits { get; } = OfRanges(('0', '9'));

    /// <summary><c>\w</c>.</summary>
    public static CharacterSet Words { get; } = OfRanges(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary><c>\s</c> (ECMAScript, "White Space" and "Line Terminators").</summary>
    public static CharacterSet Spaces { get; } =
        OfRanges(
            ('\t', '\r'),
            (' ', ' '),
            ('\u00A0', '\u00A0'),
            ('\u1680', '\u1680'),
            ('\u2000', '\u200A'),
            ('\u2028', '\u2029'),
            ('\u202F', '\u202F'),
            ('\u205F', '\u205F'),
            ('\u3000', '\u3000'),
            ('\uFEFF', '\uFEFF')
        );

    /// <summary>The ends of a line.</summary>
    public static CharacterSet LineEnds { get; } = OfRanges(('\n', '\n'), ('\r', '\r'), ('\u2028', '\u2029'));

    private static readonly CharacterSet[] Ascii =
    [
        .. Enumerable.Range(0, AsciiLimit).Select(unit => new CharacterSet([new CharacterRange(unit, unit)])),
    ];

    private static readonly CharacterSet[] AsciiWithCases = [.. Ascii.Select(set => set.WithOtherCases())];

    /// <summary>The ranges in their order.</summary>
    public IReadOnlyList<CharacterRange> Ranges => _ranges;

    public static CharacterSet Of(int character) =>
        character < AsciiLimit ? Ascii[character] : new CharacterSet([new CharacterRange(character, character)]);

    /// <summary>A character and everything that flag <c>i</c> makes equal to it.</summary>
    public static CharacterSet WithCases(char unit) =>
        unit < AsciiLimit
            ? AsciiWithCases[unit]
            : Normalize(CaseFolding.EqualTo(unit).Select(other => new CharacterRange(other, other)));

    public static CharacterSet Of(int first, int last) => new([new CharacterRange(first, last)]);

    /// <summary>A set of ranges in any order.</summary>
    public static CharacterSet OfRanges(params IEnumerable<(int First, int Last)> ranges) =>
        Normalize(ranges.Select(range => new CharacterRange(range.First, range.Last)));

    public bool Contains(int character)
    {
        if (character < AsciiLimit)
        {
            return (((character < 64 ? _low : _high) >> character) & 1) != 0;
        }

        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (character < _ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (character > _ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public static CharacterSet Union(IEnumerable<CharacterSet> sets) => Normalize(sets.SelectMany(set => set._ranges));

    /// <summary>Everything else.</summary>
    public CharacterSet Inverted()
    {
        var ranges = new List<CharacterRange>();
        var next = 0;
        foreach (var range in _ranges)
        {
            if (range.First > next)
            {
                ranges.Add(new CharacterRange(next, range.First - 1));
            }

            next = range.Last + 1;
        }

        if (next <= Max)
        {
            ranges.Add(new CharacterRange(next, Max));
        }

        return new CharacterSet([.. ranges]);
    }

    /// <summary>With everything that flag <c>i</c> makes equal to a member.</summary>
    public CharacterSet WithOtherCases()
    {
        var added = CaseFolding.OthersIn(this).Select(unit => new CharacterRange(unit, unit)).ToList();
        return added.Count == 0 ? this : Normalize(_ranges.Concat(added));
    }

    private static CharacterSet Normalize(IEnumerable<CharacterRange> ranges)
    {
        var merged = new List<CharacterRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, range.Last) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return new CharacterSet([.. merged]);
    }
}
