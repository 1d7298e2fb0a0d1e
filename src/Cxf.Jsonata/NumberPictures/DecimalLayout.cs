namespace Cxf.Jsonata.NumberPictures;

/// <summary>The requirements of a sub-picture (XPath, "Analyzing the picture string").</summary>
internal sealed record DecimalLayout
{
    public required string Prefix { get; init; }

    public required string Suffix { get; init; }

    public required string Picture { get; init; }

    /// <summary>The positions of separators in the integer part, in digits from its end.</summary>
    public required int[] IntegerGroups { get; init; }

    /// <summary>The width of all groups if they are equal; otherwise 0.</summary>
    public required int RegularGroup { get; init; }

    /// <summary>The positions of separators in the fraction, in digits from its start.</summary>
    public required int[] FractionGroups { get; init; }

    public required int MinIntegerDigits { get; init; }

    /// <summary>The number of integer digits in the mantissa of a number with an exponent.</summary>
    public required int Scale { get; init; }

    public required int MinFractionDigits { get; init; }

    public required int MaxFractionDigits { get; init; }

    public required int MinExponentDigits { get; init; }

    public static DecimalLayout Of(SubPicture picture, DecimalSymbols symbols)
    {
        var integerGroups = Groups(picture.Integer, picture.Integer, toLeft: false, symbols);
        var minInteger = picture.Integer.Count(symbols.IsDigit);
        var minFraction = picture.Fraction.Count(symbols.IsDigit);
        var maxFraction = picture.Fraction.Count(symbols.IsAnyDigit);
        var scale = minInteger;
        var hasExponent = picture.Exponent is not null;
        if (minInteger == 0 && maxFraction == 0)
        {
            (minInteger, minFraction, maxFraction) = hasExponent ? (0, 1, 1) : (1, minFraction, 0);
        }

        if (hasExponent && minInteger == 0 && picture.Integer.Contains(symbols.Digit))
        {
            minInteger = 1;
        }

        if (minInteger == 0 && minFraction == 0)
        {
            minFraction = 1;
        }

        return new DecimalLayout
        {
            Prefix = picture.Prefix,
            Suffix = picture.Suffix,
            Picture = picture.Text,
            IntegerGroups = integerGroups,
            RegularGroup = RegularGrouping.WidthOf(integerGroups),
            FractionGroups = Groups(picture.Fraction, picture.Integer, toLeft: true, symbols),
            MinIntegerDigits = minInteger,
            Scale = scale,
            MinFractionDigits = minFraction,
            MaxFractionDigits = maxFraction,
            MinExponentDigits = picture.Exponent?.Count(symbols.IsDigit) ?? 0,
        };
    }

    /// <summary>The reference searches for every separator except the first in the integer part, for both parts.</summary>
    private static int[] Groups(string part, string integer, bool toLeft, DecimalSymbols symbols)
    {
        var groups = new List<int>();
        var at = part.IndexOf(symbols.GroupingSeparator, StringComparison.Ordinal);
        while (at >= 0)
        {
            var side = toLeft ? part[..Math.Min(at, part.Length)] : part[at..];
            groups.Add(side.Count(symbols.IsAnyDigit));
            at = at + 1 > integer.Length ? -1 : integer.IndexOf(symbols.GroupingSeparator, at + 1, StringComparison.Ordinal);
        }

        return [.. groups];
    }
}
