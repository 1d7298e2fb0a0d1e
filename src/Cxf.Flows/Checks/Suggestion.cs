using Cxf.Flows.Model;

namespace Cxf.Flows.Checks;

/// <summary>Proposes the name that a wrong one was probably meant to be, and else a few that there are.</summary>
internal static class Suggestion
{
    private const int Shown = 8;

    /// <summary>With how many names a wrong one is compared: the first ones that there are.</summary>
    private const int MaxCompared = 2_000;

    /// <summary>A sentence: which name to use.</summary>
    public static string Of(string wrong, IReadOnlyCollection<string> names, string prefix = "")
    {
        if (names.Count == 0)
        {
            return "There is none to use here.";
        }

        var candidates =
            wrong.Length > StepLabel.MaxLength ? [] : names.Take(MaxCompared).Where(name => name.Length <= StepLabel.MaxLength);
        var most = 1 + (wrong.Length / 4);
        var (nearest, least) = (default(string), most + 1);
        foreach (var name in candidates)
        {
            if (Distance(wrong, name, least - 1) is { } distance)
            {
                (nearest, least) = (name, distance);
            }
        }

        return nearest is not null
            ? $"Use {prefix}{nearest}, or add what is missing."
            : "Use one of: "
                + $"{string.Join(", ", names.Take(Shown).Select(name => prefix + name))}{(names.Count > Shown ? ", …" : "")}.";
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
        Span<int> rows = stackalloc int[3 * (StepLabel.MaxLength + 1)];
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

    private static Span<int> Row(Span<int> rows, int number) =>
        rows.Slice(number % 3 * (StepLabel.MaxLength + 1), StepLabel.MaxLength + 1);

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
