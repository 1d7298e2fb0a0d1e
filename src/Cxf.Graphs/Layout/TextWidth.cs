using System.Globalization;
using System.Text;

namespace Cxf.Graphs.Layout;

/// <summary>
/// How wide a text is. The table has the widths of Helvetica, which Arial and Liberation Sans share, in thousandths of the font's
/// size. Other fonts that a viewer may have are wider, so a tenth is added.
/// </summary>
internal static class TextWidth
{
    /// <summary>Sizes in pixels.</summary>
    public const int LabelSize = 13;

    /// <inheritdoc cref="LabelSize" />
    public const int TextSize = 11;

    private const double Margin = 1.12;
    private const double BoldFactor = 1.07;
    private const int CodeWidth = 605;
    private const int OtherLetter = 620;
    private const int FullWidth = 1000;

    // From the space to the tilde.
    private static readonly short[] Widths =
    [
        278,
        278,
        355,
        556,
        556,
        889,
        667,
        191,
        333,
        333,
        389,
        584,
        278,
        333,
        278,
        278,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        278,
        278,
        584,
        584,
        584,
        556,
        1015,
        667,
        667,
        722,
        722,
        667,
        611,
        778,
        722,
        278,
        500,
        667,
        556,
        833,
        722,
        778,
        667,
        778,
        722,
        667,
        611,
        722,
        667,
        944,
        667,
        667,
        611,
        278,
        278,
        278,
        469,
        556,
        333,
        556,
        556,
        500,
        556,
        556,
        278,
        556,
        556,
        222,
        222,
        500,
        222,
        833,
        556,
        556,
        556,
        556,
        333,
        500,
        278,
        556,
        500,
        722,
        500,
        500,
        500,
        334,
        260,
        334,
        584,
    ];

    /// <summary>The width in pixels.</summary>
    public static double Of(string text, Font font) => text.EnumerateRunes().Sum(rune => Of(rune, font));

    /// <summary>The text, shortened with an ellipsis where it is wider.</summary>
    public static string Fit(string text, int width, Font font) => Of(text, font) <= width ? text : Cut(text, width, font);

    /// <summary>The text in lines of a width, broken at spaces if possible; the last has an ellipsis if needed.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int lines, Font font)
    {
        var wrapped = new List<string>();
        var rest = text;
        while (wrapped.Count < lines - 1 && Of(rest, font) > width)
        {
            var taken = LengthWithin(rest, width, font);
            var space = rest.LastIndexOf(' ', Math.Min(taken, rest.Length - 1));
            var length = space > taken / 2 ? space : taken;
            wrapped.Add(rest[..length].TrimEnd());
            rest = rest[length..].TrimStart();
        }

        if (rest.Length > 0)
        {
            wrapped.Add(Fit(rest, width, font));
        }

        return wrapped;
    }

    private static string Cut(string text, int width, Font font) =>
        text[..LengthWithin(text, (int)(width - Of("…", font)), font)].TrimEnd() + "…";

    // Whole characters: half of a surrogate pair is no text. At least one, so that wrapping ends.
    private static int LengthWithin(string text, int width, Font font)
    {
        var (length, used) = (0, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune, font);
            if (used > width && length > 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static double Of(Rune rune, Font font)
    {
        var size = font == Font.Label ? LabelSize : TextSize;
        var width =
            IsMark(rune) ? 0
            : IsFullWidth(rune) ? FullWidth
            : font == Font.Code ? CodeWidth
            : rune.Value is >= ' ' and <= '~' ? Widths[rune.Value - ' '] * Margin
            : OtherLetter * Margin;
        return width * size * (font == Font.Label ? BoldFactor : 1) / 1000;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Chinese, Japanese, Korean and emoji.
    private static bool IsFullWidth(Rune rune) =>
        rune.Value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2E80 and <= 0xA4CF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE4F)
                or (>= 0xFF00 and <= 0xFF60)
                or (>= 0xFFE0 and <= 0xFFE6)
                or >= 0x1F300;
}
