using System.Globalization;
using System.Text;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.NumberPictures;

/// <summary><c>$formatNumber</c>: XPath's <c>format-number</c> with the deviations of the reference.</summary>
internal static class DecimalFormatting
{
    private const int MaxPictures = 2;

    /// <summary>JavaScript's <c>toFixed</c> prints larger numbers with an exponent.</summary>
    private const double MaxFixed = 1e21;

    public static string Format(double number, string picture, DecimalSymbols symbols, Run run)
    {
        var pictures = symbols.PatternSeparator.Length == 0 ? [picture] : picture.Split(symbols.PatternSeparator);
        if (pictures.Length > MaxPictures)
        {
            throw Errors.Evaluation("D3080");
        }

        var parts = Array.ConvertAll(pictures, text => SubPicture.Split(text, symbols));
        Array.ForEach(parts, part => SubPictureRules.Check(part, symbols));
        var layout = DecimalLayout.Of(number >= 0 ? parts[0] : parts[^1], symbols);
        if (number < 0 && parts.Length == 1)
        {
            layout = layout with { Prefix = symbols.MinusSign + layout.Prefix };
        }

        run.CheckStringLength(picture.Length);
        return double.IsFinite(number)
            ? Format(number, layout, symbols)
            : throw Errors.Evaluation("D1001", JsonataValue.From(number));
    }

    private static string Format(double number, DecimalLayout layout, DecimalSymbols symbols)
    {
        var adjusted =
            layout.Picture.Contains(symbols.Percent) ? number * 100
            : layout.Picture.Contains(symbols.PerMille) ? number * 1000
            : number;
        var exponent = 0;
        if (layout.MinExponentDigits > 0)
        {
            adjusted = Scale(adjusted, layout.Scale, out exponent);
        }

        var rounded = Mathematics.Round(adjusted, layout.MaxFractionDigits);
        var text = new StringBuilder(Digits(rounded, layout.MaxFractionDigits, symbols));
        var pointAt = Pad(text, layout, symbols);
        Group(text, pointAt, layout, symbols);
        pointAt = text.ToString().IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        if (!layout.Picture.Contains(symbols.DecimalSeparator) || pointAt == text.Length - 1)
        {
            text.Length--;
        }

        if (layout.MinExponentDigits > 0)
        {
            var digits = Digits(exponent, 0, symbols);
            text.Append(symbols.ExponentSeparator)
                .Append(exponent < 0 ? symbols.MinusSign : "")
                .Append(digits.PadLeft(layout.MinExponentDigits, symbols.Zero));
        }

        return layout.Prefix + text + layout.Suffix;
    }

    private static double Scale(double number, int scale, out int exponent)
    {
        exponent = 0;
        var most = Math.Pow(10, scale);
        var minimum = Math.Pow(10, scale - 1);
        var mantissa = Math.Abs(number);
        // Zero never reaches the minimum mantissa, and the reference never ends for a negative number either.
        while (mantissa > 0 && mantissa < minimum)
        {
            mantissa *= 10;
            exponent--;
        }

        while (mantissa > most)
        {
            mantissa /= 10;
            exponent++;
        }

        return Math.CopySign(mantissa, number);
    }

    private static string Digits(double number, int fraction, DecimalSymbols symbols)
    {
        var positive = Math.Abs(number);
        var text =
            positive >= MaxFixed
                ? NumberText.Of(positive)
                : positive.ToString("F" + fraction.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return symbols.Zero == '0'
            ? text
            : string.Concat(text.Select(digit => char.IsAsciiDigit(digit) ? (char)(symbols.Zero + digit - '0') : digit));
    }

    /// <summary>
    /// Removes zeros at both ends, then adds as many as the picture requires; returns the position of the decimal point.
    /// </summary>
    private static int Pad(StringBuilder text, DecimalLayout layout, DecimalSymbols symbols)
    {
        if (text.ToString().Contains('.'))
        {
            text.Replace(".", symbols.DecimalSeparator);
        }
        else
        {
            text.Append(symbols.DecimalSeparator);
        }

        var trimmed = text.ToString().Trim(symbols.Zero);
        var pointAt = trimmed.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        var left = Math.Max(0, layout.MinIntegerDigits - pointAt);
        var right = Math.Max(0, layout.MinFractionDigits - (trimmed.Length - pointAt - 1));
        text.Clear().Append(symbols.Zero, left).Append(trimmed).Append(symbols.Zero, right);
        return pointAt + left;
    }

    private static void Group(StringBuilder text, int pointAt, DecimalLayout layout, DecimalSymbols symbols)
    {
        var separator = symbols.GroupingSeparator;
        if (layout.RegularGroup > 0)
        {
            for (var at = pointAt - layout.RegularGroup; at > 0; at -= layout.RegularGroup)
            {
                text.Insert(at, separator);
            }
        }
        else
        {
            foreach (var group in layout.IntegerGroups)
            {
                InsertFromEnd(text, pointAt - group, separator);
                pointAt++;
            }
        }

        pointAt = text.ToString().IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        foreach (var group in layout.FractionGroups)
        {
            text.Insert(Math.Min(text.Length, group + pointAt + 1), separator);
        }
    }

    /// <summary>JavaScript's <c>slice</c> counts a negative position from the end.</summary>
    private static void InsertFromEnd(StringBuilder text, int at, string separator) =>
        text.Insert(at < 0 ? Math.Max(0, text.Length + at) : at, separator);
}
