namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// The characters that are equal under flag <c>i</c> (ECMAScript, "Canonicalize"): those with the same upper case, as long as
/// that is one UTF-16 unit and does not turn a character beyond ASCII into one of ASCII.
/// </summary>
internal static class CaseFolding
{
    private const int AsciiLimit = 128;
    private static readonly char[] Canonical = Table();
    private static readonly Dictionary<char, char[]> Equivalents = Groups();

    public static char Of(char unit) => Canonical[unit];

    /// <summary>The units that are equal to one, itself included.</summary>
    public static IReadOnlyList<char> EqualTo(char unit) => Equivalents.TryGetValue(unit, out var units) ? units : [unit];

    /// <summary>The units outside of a set that are equal to a member of it.</summary>
    public static IEnumerable<char> OthersIn(CharacterSet set) =>
        Equivalents.Where(entry => set.Contains(entry.Key)).SelectMany(entry => entry.Value).Where(unit => !set.Contains(unit));

    private static char[] Table()
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++)
        {
            var upper = HasLongUpperCase((char)unit) ? (char)unit : char.ToUpperInvariant((char)unit);
            table[unit] = unit >= AsciiLimit && upper < AsciiLimit ? (char)unit : upper;
        }

        return table;
    }

    /// <summary>Greek letters with an iota below: their upper case is two letters (Unicode, SpecialCasing.txt).</summary>
    private static bool HasLongUpperCase(char unit) =>
        unit
            is (>= '\u1F80' and <= '\u1F87')
                or (>= '\u1F90' and <= '\u1F97')
                or (>= '\u1FA0' and <= '\u1FA7')
                or '\u1FB3'
                or '\u1FC3'
                or '\u1FF3';

    private static Dictionary<char, char[]> Groups()
    {
        var byCanonical = Canonical
            .Select((canonical, unit) => (Canonical: canonical, Unit: (char)unit))
            .Where(entry => entry.Canonical != entry.Unit)
            .GroupBy(entry => entry.Canonical, entry => entry.Unit);
        var groups = new Dictionary<char, char[]>();
        foreach (var group in byCanonical)
        {
            char[] members = [group.Key, .. group];
            foreach (var member in members)
            {
                groups[member] = members;
            }
        }

        return groups;
    }
}
