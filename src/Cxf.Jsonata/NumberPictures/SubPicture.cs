using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>A picture for numbers of one sign, cut into its parts.</summary>
internal sealed class SubPicture
{
    private SubPicture(string text, string prefix, string suffix, string active, string mantissa, string? exponent, string integer, string fraction)
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
            throw Errors.Evaluation("D3085");
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
