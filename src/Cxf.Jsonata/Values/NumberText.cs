using System.Globalization;

namespace Cxf.Jsonata.Values;

/// <summary>Numbers as JavaScript prints them (ECMAScript, Number::toString).</summary>
internal static class NumberText
{
    /// <summary>The maximum length of a double's text.</summary>
    public const int MaxLength = 32;

    // ECMAScript prints an exponent from 1e21 up and below 1e-6.
    private const int MaxPlainExponent = 21;
    private const int MinPlainExponent = -6;
    private const double ExactIntegers = 1e15;

    public static string Of(double number)
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Format(number, text)]);
    }

    /// <summary>The number <c>Number(x.toPrecision(15))</c>, as <c>$string</c> prints it.</summary>
    public static double ToFifteenDigits(double number)
    {
        if (Math.Abs(number) < ExactIntegers && Math.Floor(number) == number)
        {
            return number;
        }

        Span<char> text = stackalloc char[MaxLength];
        return number.TryFormat(text, out var length, "E14", CultureInfo.InvariantCulture)
            ? double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture)
            : number;
    }

    /// <summary>Writes the text and returns its length.</summary>
    public static int Format(double number, Span<char> text)
    {
        if (Math.Abs(number) < ExactIntegers && (long)number == number)
        {
            // The conversion turns -0 into 0, as JavaScript prints it.
            ((long)number).TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
            return length;
        }

        if (!double.IsFinite(number))
        {
            var name =
                double.IsNaN(number) ? "NaN"
                : number > 0 ? "Infinity"
                : "-Infinity";
            name.CopyTo(text);
            return name.Length;
        }

        return FormatDigits(number, text);
    }

    private static int FormatDigits(double number, Span<char> text)
    {
        Span<char> shortest = stackalloc char[MaxLength];
        number.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        if (shortest[..length].IndexOf('E') < 0 && Math.Abs(number) >= 1e-4)
        {
            shortest[..length].CopyTo(text);
            return length;
        }

        Span<char> digits = stackalloc char[MaxLength];
        var count = Digits(shortest[..length], digits, out var pointAt);
        return Layout(number < 0, digits[..count], pointAt, text);
    }

    /// <summary>The significant digits of .NET's text, and the position of the decimal point.</summary>
    private static int Digits(ReadOnlySpan<char> printed, Span<char> digits, out int pointAt)
    {
        var exponentAt = printed.IndexOf('E');
        var exponent =
            exponentAt < 0
                ? 0
                : int.Parse(printed[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = (exponentAt < 0 ? printed : printed[..exponentAt]).TrimStart('-');
        var count = 0;
        pointAt = -1;
        foreach (var character in mantissa)
        {
            if (character == '.')
            {
                pointAt = count;
            }
            else if (count > 0 || character != '0')
            {
                digits[count++] = character;
            }
            else if (pointAt >= 0)
            {
                exponent--;
            }
        }

        pointAt = (pointAt < 0 ? count : pointAt) + exponent;
        while (count > 1 && digits[count - 1] == '0')
        {
            count--;
        }

        return count;
    }

    private static int Layout(bool negative, ReadOnlySpan<char> digits, int pointAt, Span<char> text)
    {
        var writer = new SpanText(text);
        if (negative)
        {
            writer.Append('-');
        }

        if (pointAt > MaxPlainExponent || pointAt <= MinPlainExponent)
        {
            writer.Append(digits[0]);
            if (digits.Length > 1)
            {
                writer.Append('.');
                writer.Append(digits[1..]);
            }

            writer.Append(pointAt > 0 ? "e+" : "e-");
            writer.Append(Math.Abs(pointAt - 1));
        }
        else if (pointAt <= 0)
        {
            writer.Append("0.");
            writer.Append('0', -pointAt);
            writer.Append(digits);
        }
        else if (pointAt >= digits.Length)
        {
            writer.Append(digits);
            writer.Append('0', pointAt - digits.Length);
        }
        else
        {
            writer.Append(digits[..pointAt]);
            writer.Append('.');
            writer.Append(digits[pointAt..]);
        }

        return writer.Length;
    }
}
