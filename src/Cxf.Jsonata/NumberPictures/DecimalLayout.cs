namespace Cxf.Jsonata.NumberPictures;

/// <summary>What a sub-picture asks for (XPath, "Analyzing the picture string").</summary>
internal sealed record DecimalLayout
{
    public required string Prefix { get; init; }

    public required string Suffix { get; init; }

    public required string Picture { get; init; }

    /// <summary>Where separators stand in the integer part, in digits from its end.</summary>
    public required int[] IntegerGroups { get; init; }

    /// <summary>The width of all groups where they are equal; 0 where they are not.</summary>
    public required int RegularGroup { get; init; }

    /// <summary>Where separators stand in the fraction, in digits from its start.</summary>
    public required int[] FractionGroups { get; init; }

    public required int LeastIntegerDigits { get; init; }

    /// <summary>How many integer digits the mantissa of a number with exponent has.</summary>
    public required int Scale { get; init; }

    public required int LeastFractionDigits { get; init; }

    public required int MostFractionDigits { get; init; }

    public required int LeastExponentDigits { get; init; }

    public static DecimalLayout Of(SubPicture picture, DecimalSymbols symbols)
    {
        var integerGroups = Groups(picture.Integer, picture.Integer, toLeft: false, symbols);
        var leastInteger = picture.Integer.Count(symbols.IsDigit);
        var leastFraction = picture.Fraction.Count(symbols.IsDigit);
        var mostFraction = picture.Fraction.Count(symbols.IsAnyDigit);
        var scale = leastInteger;
        var hasExponent = picture.Exponent is not null;
        if (leastInteger == 0 && mostFraction == 0)
        {
            (leastInteger, leastFraction, mostFraction) = hasExponent ? (0, 1, 1) : (1, leastFraction, 0);
        }

        if (hasExponent && leastInteger == 0 && picture.Integer.Contains(symbols.Digit))
        {
            leastInteger = 1;
        }

        if (leastInteger == 0 && leastFraction == 0)
        {
            leastFraction = 1;
        }

        return new DecimalLayout
        {
            Prefix = picture.Prefix,
            Suffix = picture.Suffix,
            Picture = picture.Text,
            IntegerGroups = integerGroups,
            RegularGroup = RegularGrouping.WidthOf(integerGroups),
            FractionGroups = Groups(picture.Fraction, picture.Integer, toLeft: true, symbols),
            LeastIntegerDigits = leastInteger,
            Scale = scale,
            LeastFractionDigits = leastFraction,
            MostFractionDigits = mostFraction,
            LeastExponentDigits = picture.Exponent?.Count(symbols.IsDigit) ?? 0,
        };
    }

    /// <summary>The reference looks for every separator but the first in the integer part, whichever part it is about.</summary>
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
