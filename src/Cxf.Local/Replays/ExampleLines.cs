using System.Globalization;
using System.Text;

namespace Cxf.Local.Replays;

/// <summary>
/// Phone numbers that take the place of others: of the same form and area, with the last seven digits 555-01xx, which are
/// reserved for examples. Two ways to write one number stay two ways to write one number.
/// </summary>
internal sealed class ExampleLines
{
    private const int LineDigits = 7;
    private const int FirstExample = 5_550_100;

    private readonly Dictionary<string, string> _examples = [];

    public ExampleLines(IEnumerable<string> originals)
    {
        var lines = originals.Select(LineOf).Distinct().ToHashSet();
        var examples = Enumerable
            .Range(FirstExample, int.MaxValue - FirstExample)
            .Select(Text)
            .Where(one => !lines.Contains(one));
        foreach (var (line, example) in lines.Zip(examples))
        {
            _examples[line] = example;
        }
    }

    /// <summary>The number that takes the place of one of the originals.</summary>
    public string For(string original)
    {
        var example = _examples[LineOf(original)];
        var made = new StringBuilder(original);
        var left = LineDigits;
        for (var index = original.Length - 1; index >= 0 && left > 0; index--)
        {
            if (char.IsAsciiDigit(original[index]))
            {
                made[index] = example[--left];
            }
        }

        return made.ToString();
    }

    private static string LineOf(string number) => string.Concat(number.Where(char.IsAsciiDigit).TakeLast(LineDigits));

    private static string Text(int line) => line.ToString(CultureInfo.InvariantCulture);
}
