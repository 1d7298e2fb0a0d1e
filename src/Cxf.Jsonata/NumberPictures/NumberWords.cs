using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>Numbers in English words, cardinal and ordinal.</summary>
internal static partial class NumberWords
{
    private const int Hundred = 100;
    private const int Thousand = 1000;

    private static readonly string[] Few =
    [
        "Zero",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
        "Thirteen",
        "Fourteen",
        "Fifteen",
        "Sixteen",
        "Seventeen",
        "Eighteen",
        "Nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "Zeroth",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Sixth",
        "Seventh",
        "Eighth",
        "Ninth",
        "Tenth",
        "Eleventh",
        "Twelfth",
        "Thirteenth",
        "Fourteenth",
        "Fifteenth",
        "Sixteenth",
        "Seventeenth",
        "Eighteenth",
        "Nineteenth",
    ];

    private static readonly string[] Tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
    private static readonly string[] Magnitudes = ["Thousand", "Million", "Billion", "Trillion"];
    private static readonly FrozenDictionary<string, double> ValuesByWord = Values().ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => ValuesByWord.Keys;

    public static string Format(double number, bool isOrdinal) => Format(number, afterLarger: false, isOrdinal);

    /// <summary>The number in lowercase words; NaN if a word is unknown.</summary>
    public static double Parse(string text)
    {
        var segments = new Stack<double>([0]);
        foreach (var word in Separators().Split(text))
        {
            var value = ValuesByWord.GetValueOrDefault(word, double.NaN);
            var top = segments.Pop();
            if (!(value < Hundred))
            {
                segments.Push(top * value);
                continue;
            }

            if (top >= Thousand)
            {
                segments.Push(top);
                top = 0;
            }

            segments.Push(top + value);
        }

        return segments.Sum();
    }

    private static string Format(double number, bool afterLarger, bool isOrdinal)
    {
        if (number < Few.Length)
        {
            return (afterLarger ? " and " : "") + (isOrdinal ? Ordinals : Few)[(int)number];
        }

        if (number < Hundred)
        {
            var ten = Tens[(int)(number / 10) - 2];
            var one = number % 10;
            var ending = one > 0 ? "-" + Format(one, afterLarger: false, isOrdinal) : "";
            return (afterLarger ? " and " : "") + (one == 0 && isOrdinal ? ten[..^1] + "ieth" : ten) + ending;
        }

        if (number < Thousand)
        {
            var hundreds = Few[(int)(number / Hundred)] + " Hundred";
            return (afterLarger ? ", " : "") + hundreds + Rest(number % Hundred, isOrdinal);
        }

        var magnitude = Math.Min((int)Math.Floor(Math.Log10(number) / 3), Magnitudes.Length);
        var factor = Math.Pow(10, magnitude * 3);
        var mantissa = Math.Floor(number / factor);
        return (afterLarger ? ", " : "")
            + Format(mantissa, afterLarger: false, isOrdinal: false)
            + " "
            + Magnitudes[magnitude - 1]
            + Rest(number - (mantissa * factor), isOrdinal);
    }

    private static string Rest(double rest, bool isOrdinal) =>
        rest > 0 ? Format(rest, afterLarger: true, isOrdinal)
        : isOrdinal ? "th"
        : "";

    private static Dictionary<string, double> Values()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < Few.Length; index++)
        {
            values[Few[index].ToLowerInvariant()] = index;
            values[Ordinals[index].ToLowerInvariant()] = index;
        }

        for (var index = 0; index < Tens.Length; index++)
        {
            var ten = Tens[index].ToLowerInvariant();
            values[ten] = values[ten[..^1] + "ieth"] = (index + 2) * 10;
        }

        values["hundred"] = values["hundredth"] = Hundred;
        for (var index = 0; index < Magnitudes.Length; index++)
        {
            var magnitude = Magnitudes[index].ToLowerInvariant();
            values[magnitude] = values[magnitude + "th"] = Math.Pow(Thousand, index + 1);
        }

        return values;
    }

    [GeneratedRegex(@",\s|\sand\s|[\s\\-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
