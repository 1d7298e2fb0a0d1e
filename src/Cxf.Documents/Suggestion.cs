namespace Cxf.Documents;

/// <summary>Proposes the name that a wrong one was probably meant to be, and else the names that exist.</summary>
public static class Suggestion
{
    private const int MaxShown = 16;

    /// <summary>Beside a name that was probably meant, a longer list of others only hides it.</summary>
    private const int MaxListed = 40;

    /// <summary>The longest name that is compared, in characters.</summary>
    private const int MaxLength = 80;

    /// <summary>With how many names a wrong one is compared: the first ones that there are.</summary>
    private const int MaxCompared = 2_000;

    /// <summary>The shortest part of a name by which it is recognised.</summary>
    private const int MinPart = 3;

    /// <summary>Which name to use, as a sentence or two.</summary>
    /// <param name="wrong">The name as written, without <paramref name="prefix"/>.</param>
    /// <param name="names">The names that exist.</param>
    /// <param name="prefix">What is written before every name, e.g. <c>$</c>. A name without a prefix is shown in quotes.</param>
    /// <param name="synonyms">What people write for a name.</param>
    public static string Of(
        string wrong,
        IReadOnlyCollection<string> names,
        string prefix = "",
        IReadOnlyDictionary<string, string[]>? synonyms = null
    )
    {
        if (names.Count == 0)
        {
            return "Define it first.";
        }

        var shown =
            $"{string.Join(", ", names.Take(MaxShown).Select(name => prefix + name))}{(names.Count > MaxShown ? ", …" : "")}.";
        return Nearest(wrong, names, synonyms) is not { } nearest ? $"Use one of: {shown}"
            : names.Count == 1 || names.Count > MaxListed ? $"Did you mean {Quoted(nearest, prefix)}?"
            : $"Did you mean {Quoted(nearest, prefix)}? You can use: {shown}";
    }

    /// <summary>The name that a wrong one was probably meant to be; null if none is similar.</summary>
    public static string? Nearest(
        string wrong,
        IReadOnlyCollection<string> names,
        IReadOnlyDictionary<string, string[]>? synonyms = null
    )
    {
        if (wrong.Length is 0 or > MaxLength)
        {
            return null;
        }

        var candidates = names.Take(MaxCompared).Where(name => name.Length is > 0 and <= MaxLength).ToList();
        return candidates.Find(name => name.Equals(wrong, StringComparison.OrdinalIgnoreCase))
            ?? synonyms?.GetValueOrDefault(wrong)?.FirstOrDefault(candidates.Contains)
            ?? synonyms?.GetValueOrDefault(wrong.ToLowerInvariant())?.FirstOrDefault(candidates.Contains)
            ?? ByDistance(wrong, candidates)
            ?? ByPart(wrong, candidates);
    }

    private static string Quoted(string name, string prefix) => prefix.Length == 0 ? $"\"{name}\"" : prefix + name;

    private static string? ByDistance(string wrong, List<string> names)
    {
        var (nearest, least) = (default(string), 2 + (wrong.Length / 4));
        foreach (var name in names)
        {
            if (Distance(wrong, name, least - 1) is { } distance && distance < name.Length)
            {
                (nearest, least) = (name, distance);
            }
        }

        return nearest;
    }

    // A name that starts or ends as the other one, or has most of it in common at the start.
    private static string? ByPart(string wrong, List<string> names)
    {
        var best = (Name: default(string), Common: 0);
        foreach (var name in names)
        {
            var common = CommonStart(wrong, name);
            var shorter = Math.Min(wrong.Length, name.Length);
            var isPart =
                shorter >= MinPart
                && (
                    common == shorter
                    || name.EndsWith(wrong, StringComparison.OrdinalIgnoreCase)
                    || wrong.EndsWith(name, StringComparison.OrdinalIgnoreCase)
                );
            var isMost = common > MinPart && common * 2 >= Math.Max(wrong.Length, name.Length);
            if ((isPart || isMost) && (best.Name is null || common > best.Common))
            {
                best = (name, common);
            }
        }

        return best.Name;
    }

    private static int CommonStart(string one, string other)
    {
        var common = 0;
        while (common < one.Length && common < other.Length && Same(one[common], other[common]))
        {
            common++;
        }

        return common;
    }

    /// <summary>
    /// How many characters must be changed, added, removed or swapped with their neighbour, without regard to case; null where it
    /// is more than <paramref name="most"/>.
    /// </summary>
    private static int? Distance(string from, string to, int most)
    {
        if (Math.Abs(from.Length - to.Length) > most)
        {
            return null;
        }

        // Three rows of the usual table, and of each only what lies near its diagonal.
        Span<int> rows = stackalloc int[3 * (MaxLength + 1)];
        rows.Fill(int.MaxValue / 2);
        for (var i = 0; i <= from.Length; i++)
        {
            var row = Row(rows, i);
            var before = Row(rows, i + 2);
            var earlier = Row(rows, i + 1);
            row.Fill(int.MaxValue / 2);
            var (first, last) = (Math.Max(0, i - most), Math.Min(to.Length, i + most));
            var least = int.MaxValue;
            for (var j = first; j <= last; j++)
            {
                row[j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(Math.Min(before[j], row[j - 1]) + 1, before[j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                {
                    row[j] = Math.Min(row[j], earlier[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // A swap reaches two rows back, so one row may be passed by.
            if (least > most + 1)
            {
                return null;
            }
        }

        var distance = Row(rows, from.Length)[to.Length];
        return distance <= most ? distance : null;
    }

    private static Span<int> Row(Span<int> rows, int number) => rows.Slice(number % 3 * (MaxLength + 1), MaxLength + 1);

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
