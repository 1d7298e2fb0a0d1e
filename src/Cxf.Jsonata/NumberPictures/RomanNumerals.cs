using System.Text;
using Cxf.Jsonata.Evaluation;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>Roman numerals. There is no numeral above a thousand, so large numbers are long.</summary>
internal static class RomanNumerals
{
    private const int Thousand = 1000;

    private static readonly (int Value, string Text)[] Signs =
    [
        (Thousand, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    public static string Format(double number, Run run)
    {
        run.CheckStringLength((long)Math.Min(number / Thousand, long.MaxValue / 2));
        var text = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            while (number >= value)
            {
                text.Append(sign);
                number -= value;
            }
        }

        return text.ToString();
    }

    /// <summary>Parses uppercase numerals: a numeral before a larger one is subtracted. NaN for anything else.</summary>
    public static double Parse(string text)
    {
        var total = 0.0;
        var largest = 1;
        for (var at = text.Length - 1; at >= 0; at--)
        {
            var value = ValueOf(text[at]);
            if (value == 0)
            {
                return double.NaN;
            }

            total += value < largest ? -value : value;
            largest = Math.Max(largest, value);
        }

        return total;
    }

    private static int ValueOf(char sign) =>
        sign switch
        {
            'M' => Thousand,
            'D' => 500,
            'C' => 100,
            'L' => 50,
            'X' => 10,
            'V' => 5,
            'I' => 1,
            _ => 0,
        };
}
