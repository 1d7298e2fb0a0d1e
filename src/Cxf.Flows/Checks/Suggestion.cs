namespace Cxf.Flows.Checks;

/// <summary>Proposes the name that a wrong one was probably meant to be, and else a few that there are.</summary>
internal static class Suggestion
{
    private const int Shown = 8;

    /// <summary>A sentence: which name to use.</summary>
    public static string Of(string wrong, IReadOnlyCollection<string> names, string prefix = "")
    {
        if (names.Count == 0)
        {
            return "There is none to use here.";
        }

        var nearest = names.MinBy(name => Distance(wrong, name))!;
        return Distance(wrong, nearest) <= 1 + (wrong.Length / 4)
            ? $"Use {prefix}{nearest}, or add what is missing."
            : $"Use one of: {string.Join(", ", names.Take(Shown).Select(name => prefix + name))}{(names.Count > Shown ? ", …" : "")}.";
    }

    /// <summary>How many characters must be changed, added or removed (Levenshtein), without regard to case.</summary>
    private static int Distance(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > 1 + (from.Length / 4))
        {
            return int.MaxValue;
        }

        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
            }

            above = row;
        }

        return above[^1];
    }
}
