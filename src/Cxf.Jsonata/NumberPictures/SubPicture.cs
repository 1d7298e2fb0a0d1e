using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>A picture for positive or negative numbers, split into its parts.</summary>
internal sealed class SubPicture
{
    private SubPicture(
        string text,
        string prefix,
        string suffix,
        string active,
        string mantissa,
        string? exponent,
        string integer,
        string fraction
    )
    {
        Text = text;
        Prefix = prefix;
        Suffix = suffix;
        Active = active;
        Mantissa = mantissa;
        Exponent = exponent;
        Integer = integer;
        Fraction = fraction;
    }

    public string Text { get; }

    public string Prefix { get; }

    public string Suffix { get; }

    /// <summary>Everything between prefix and suffix.</summary>
    public string Active { get; }

    public string Mantissa { get; }

    public string? Exponent { get; }

    public string Integer { get; }

    public string Fraction { get; }

    public static SubPicture Split(string text, DecimalSymbols symbols)
    {
        var first = text.AsSpan().IndexOfFirst(symbols);
        if (first < 0)
        {
            // Without an active character the whole text is passive, and the reference fails without a code; AWS has this one.
            throw Errors.Evaluation(text.Length > 0 ? "D3086" : "D3085");
        }

        var last = text.AsSpan().IndexOfLast(symbols);
        var prefix = text[..first];
        var suffix = text[(last + 1)..];
        var active = text[first..(last + 1)];
        var exponentAt = text.IndexOf(symbols.ExponentSeparator, first, StringComparison.Ordinal);
        var hasExponent = exponentAt >= 0 && exponentAt <= text.Length - suffix.Length;
        var mantissa = hasExponent ? active[..Math.Min(exponentAt, active.Length)] : active;
        var exponent = hasExponent ? active[Math.Min(exponentAt + 1, active.Length)..] : null;
        var pointAt = mantissa.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        return pointAt < 0
            ? new SubPicture(text, prefix, suffix, active, mantissa, exponent, mantissa, suffix)
            : new SubPicture(text, prefix, suffix, active, mantissa, exponent, mantissa[..pointAt], mantissa[(pointAt + 1)..]);
    }
}

/// <summary>The rules for pictures. If several are broken, the reference reports the last, and so does this code.</summary>
internal static class SubPictureRules
{
    public static void Check(SubPicture picture, DecimalSymbols symbols)
    {
        var code =
            ExponentProblem(picture, symbols)
            ?? DigitOrderProblem(picture, symbols)
            ?? GroupingProblem(picture, symbols)
            ?? ContentProblem(picture, symbols)
            ?? RepetitionProblem(picture, symbols);
        if (code is not null)
        {
            throw Errors.Evaluation(code);
        }
    }

    private static string? ExponentProblem(SubPicture picture, DecimalSymbols symbols)
    {
        if (picture.Exponent is not { } exponent)
        {
            return null;
        }

        if (exponent.Length == 0 || exponent.Any(character => !symbols.IsDigit(character)))
        {
            return "D3093";
        }

        return picture.Text.Contains(symbols.Percent) || picture.Text.Contains(symbols.PerMille) ? "D3092" : null;
    }

    private static string? DigitOrderProblem(SubPicture picture, DecimalSymbols symbols)
    {
        var optional = picture.Fraction.LastIndexOf(symbols.Digit, StringComparison.Ordinal);
        if (optional >= 0 && picture.Fraction[optional..].Any(symbols.IsDigit))
        {
            return "D3091";
        }

        optional = picture.Integer.IndexOf(symbols.Digit, StringComparison.Ordinal);
        return optional >= 0 && picture.Integer[..optional].Any(symbols.IsDigit) ? "D3090" : null;
    }

    private static string? GroupingProblem(SubPicture picture, DecimalSymbols symbols)
    {
        var text = picture.Text;
        var grouping = symbols.GroupingSeparator;
        if (text.Contains(grouping + grouping))
        {
            return "D3089";
        }

        var point = text.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        if (point < 0)
        {
            return picture.Integer.EndsWith(grouping, StringComparison.Ordinal) ? "D3088" : null;
        }

        var isAdjacent =
            (point > 0 && text[point - 1].ToString() == grouping)
            || (point + 1 < text.Length && text[point + 1].ToString() == grouping);
        return isAdjacent ? "D3087" : null;
    }

    private static string? ContentProblem(SubPicture picture, DecimalSymbols symbols)
    {
        if (picture.Active.Any(character => !symbols.IsActive(character)))
        {
            return "D3086";
        }

        return picture.Mantissa.Any(symbols.IsAnyDigit) ? null : "D3085";
    }

    private static string? RepetitionProblem(SubPicture picture, DecimalSymbols symbols)
    {
        if (picture.Text.Contains(symbols.Percent) && picture.Text.Contains(symbols.PerMille))
        {
            return "D3084";
        }

        return IsRepeated(picture.Text, symbols.PerMille) ? "D3083"
            : IsRepeated(picture.Text, symbols.Percent) ? "D3082"
            : IsRepeated(picture.Text, symbols.DecimalSeparator) ? "D3081"
            : null;
    }

    private static bool IsRepeated(string text, string symbol) =>
        text.IndexOf(symbol, StringComparison.Ordinal) != text.LastIndexOf(symbol, StringComparison.Ordinal);
}

/// <summary>Finds the start and the end of a picture's active part; an exponent separator alone does not start it.</summary>
internal static class ActiveCharacters
{
    public static int IndexOfFirst(this ReadOnlySpan<char> text, DecimalSymbols symbols)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsBound(text[at], symbols))
            {
                return at;
            }
        }

        return -1;
    }

    public static int IndexOfLast(this ReadOnlySpan<char> text, DecimalSymbols symbols)
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (IsBound(text[at], symbols))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsBound(char character, DecimalSymbols symbols) =>
        symbols.IsActive(character) && !symbols.IsExponentSeparator(character);
}
