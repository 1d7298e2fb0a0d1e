namespace Cxf.Flows.Contracts.Patterns;

/// <summary>A set of Unicode code points, as ranges that are sorted and do not touch.</summary>
internal sealed class CodePointSet
{
    /// <summary>The last code point.</summary>
    public const int Max = 0x10FFFF;

    private readonly int[] _starts;
    private readonly int[] _ends;

    private CodePointSet(int[] starts, int[] ends) => (_starts, _ends) = (starts, ends);

    /// <summary>Every code point.</summary>
    public static CodePointSet All { get; } = Of((0, Max));

    /// <summary>The ranges, with both ends included.</summary>
    public IEnumerable<(int First, int Last)> Ranges => _starts.Zip(_ends);

    /// <summary>A set of ranges in any order; both ends are included.</summary>
    public static CodePointSet Of(params IEnumerable<(int First, int Last)> ranges)
    {
        var starts = new List<int>();
        var ends = new List<int>();
        foreach (var (first, last) in ranges.Order())
        {
            if (ends.Count > 0 && first <= ends[^1] + 1)
            {
                ends[^1] = Math.Max(ends[^1], last);
            }
            else
            {
                starts.Add(first);
                ends.Add(last);
            }
        }

        return new CodePointSet([.. starts], [.. ends]);
    }

    /// <summary>Everything that is not in this set.</summary>
    public CodePointSet Complement()
    {
        var ranges = new List<(int, int)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
            {
                ranges.Add((next, first - 1));
            }

            next = last + 1;
        }

        return Of(next <= Max ? ranges.Append((next, Max)) : ranges);
    }

    /// <summary>Whether the code point is in the set.</summary>
    public bool Contains(int codePoint)
    {
        var index = Array.BinarySearch(_starts, codePoint);
        return index >= 0 || (index < -1 && codePoint <= _ends[-index - 2]);
    }
}
