using System.Globalization;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// Parses strings as numbers: decimal as in JSON (with leading zeros), hexadecimal, octal and binary with their prefixes.
/// </summary>
internal static class NumberReading
{
    public static bool TryRead(string text, out double number)
    {
        if (IsDecimal(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return double.IsFinite(number);
        }

        number = 0;
        return text.Length > 2
            && text[0] == '0'
            && text[1] switch
            {
                'x' or 'X' => TryReadDigits(text.AsSpan(2), 16, out number),
                'o' or 'O' => TryReadDigits(text.AsSpan(2), 8, out number),
                'b' or 'B' => TryReadDigits(text.AsSpan(2), 2, out number),
                _ => false,
            };
    }

    private static bool IsDecimal(string text)
    {
        var at = text.StartsWith('-') ? 1 : 0;
        if (!Digits(text, ref at))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!Digits(text, ref at))
            {
                return false;
            }
        }

        if (at < text.Length && (text[at] is 'e' or 'E'))
        {
            at++;
            at += at < text.Length && (text[at] is '+' or '-') ? 1 : 0;
            if (!Digits(text, ref at))
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static bool Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> digits, int radix, out double number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (value >= radix)
            {
                return false;
            }

            number = (number * radix) + value;
        }

        return true;
    }
}
