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

    /// <summary>How many characters must be changed, added, removed or swapped with their neighbour, without regard to case.</summary>
    private static int Distance(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > 1 + (from.Length / 4))
        {
            return int.MaxValue;
        }

        int[][] rows = [.. Enumerable.Range(0, from.Length + 1).Select(_ => new int[to.Length + 1])];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i][j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                {
                    rows[i][j] = Math.Min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }

        return rows[from.Length][to.Length];
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
