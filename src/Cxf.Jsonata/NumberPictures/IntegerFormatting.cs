using System.Text;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>Formats integers by a picture.</summary>
internal static class IntegerFormatting
{
    private const int Alphabet = 26;

    public static string Format(double number, IntegerPicture picture, Run run)
    {
        if (!double.IsFinite(number))
        {
            throw Errors.Evaluation("D1001", JsonataValue.From(number));
        }

        var positive = Math.Abs(number);
        var text = picture.Format switch
        {
            IntegerFormat.Letters => Letters(positive, picture.Case == LetterCase.Upper ? 'A' : 'a'),
            IntegerFormat.Roman => Cased(RomanNumerals.Format(positive, run), picture.Case),
            IntegerFormat.Words => Cased(NumberWords.Format(positive, picture.IsOrdinal), picture.Case),
            IntegerFormat.Decimal => Decimal(positive, picture, run),
            _ => throw Errors.Evaluation("D3130", JsonataValue.From(picture.Text)),
        };
        return number < 0 ? "-" + text : text;
    }

    private static string Cased(string text, LetterCase letterCase) =>
        letterCase switch
        {
            LetterCase.Upper => text.ToUpperInvariant(),
            LetterCase.Lower => text.ToLowerInvariant(),
            _ => text,
        };

    private static string Letters(double number, char first)
    {
        var letters = new StringBuilder();
        while (number > 0)
        {
            letters.Insert(0, (char)(first + (int)((number - 1) % Alphabet)));
            number = Math.Floor((number - 1) / Alphabet);
        }

        return letters.ToString();
    }

    private static string Decimal(double number, IntegerPicture picture, Run run)
    {
        run.CheckStringLength(
            (long)picture.MandatoryDigits * (picture.RegularGroup > 0 ? 1 + picture.Separators[0].Text.Length : 1)
        );
        var digits = NumberText.Of(number).PadLeft(picture.MandatoryDigits, '0');
        var text = new StringBuilder(picture.Zero == '0' ? digits : Shifted(digits, picture.Zero - '0'));
        if (picture.RegularGroup > 0)
        {
            for (var at = text.Length - picture.RegularGroup; at > 0; at -= picture.RegularGroup)
            {
                text.Insert(at, picture.Separators[0].Text);
            }
        }
        else
        {
            foreach (var separator in picture.Separators.Reverse())
            {
                var at = text.Length - separator.Position;
                if (at >= 0)
                {
                    text.Insert(at, separator.Text);
                }
                else
                {
                    // JavaScript's substr takes nothing before a negative position, and counts from the end after it.
                    text.Remove(0, Math.Max(0, text.Length + at)).Insert(0, separator.Text);
                }
            }
        }

        return picture.IsOrdinal ? text + OrdinalSuffix(text.ToString()) : text.ToString();
    }

    private static string Shifted(string digits, int distance) =>
        string.Concat(digits.EnumerateRunes().Select(digit => new Rune(digit.Value + distance).ToString()));

    private static string OrdinalSuffix(string digits)
    {
        if (digits.Length > 1 && digits[^2] == '1')
        {
            return "th";
        }

        return digits[^1] switch
        {
            '1' => "st",
            '2' => "nd",
            '3' => "rd",
            _ => "th",
        };
    }
}
