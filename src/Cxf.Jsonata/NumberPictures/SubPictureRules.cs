using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>The rules for pictures. Where several are broken the reference reports the last; so does this.</summary>
internal static class SubPictureRules
{
    public static void Check(SubPicture picture, DecimalSymbols symbols)
    {
        var code = ExponentProblem(picture, symbols)
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

        var isAdjacent = (point > 0 && text[point - 1].ToString() == grouping)
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
