using System.Globalization;
using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>Parses integers by a picture; NaN if the text is not an integer, as in the reference.</summary>
internal static class IntegerParsing
{
    private const int OrdinalSuffix = 2;
    private const int Alphabet = 26;

    public static double Parse(string text, IntegerPicture picture) =>
        picture.Format switch
        {
            IntegerFormat.Letters => Letters(text, picture.Case == LetterCase.Upper ? 'A' : 'a'),
            IntegerFormat.Roman => RomanNumerals.Parse(picture.Case == LetterCase.Upper ? text : text.ToUpperInvariant()),
            IntegerFormat.Words => NumberWords.Parse(text.ToLowerInvariant()),
            IntegerFormat.Decimal => Decimal(text, picture),
            _ => throw Errors.Evaluation("D3130", JsonataValue.From(picture.Text)),
        };

    /// <summary>JavaScript's <c>parseInt</c>: white space, a sign, then digits.</summary>
    public static double Leading(string text)
    {
        var digits = text.AsSpan().TrimStart();
        var length = digits.Length > 0 && (digits[0] is '-' or '+') ? 1 : 0;
        var sign = length;
        while (length < digits.Length && char.IsAsciiDigit(digits[length]))
        {
            length++;
        }

        return length == sign
            ? double.NaN
            : double.Parse(digits[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static double Letters(string text, char first)
    {
        var number = 0.0;
        foreach (var letter in text)
        {
            number = (number * Alphabet) + (letter - first + 1);
        }

        return number;
    }

    private static double Decimal(string text, IntegerPicture picture)
    {
        var digits = picture.IsOrdinal ? text[..Math.Max(0, text.Length - OrdinalSuffix)] : text;
        if (picture.RegularGroup > 0)
        {
            digits = digits.Replace(",", "");
        }
        else
        {
            foreach (var separator in picture.Separators)
            {
                digits = digits.Replace(separator.Text, "");
            }
        }

        if (picture.Zero != '0')
        {
            digits = string.Concat(digits.Select(digit => (char)(digit - picture.Zero + '0')));
        }

        return Leading(digits);
    }
}
