using System.Text;
using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>The forms of an integer.</summary>
internal enum IntegerFormat : byte
{
    Decimal,
    Letters,
    Roman,
    Words,

    /// <summary>A numbering that starts with another symbol; it is not implemented, as in the reference.</summary>
    Sequence,
}

internal enum LetterCase : byte
{
    Lower,
    Upper,
    Title,
}

/// <summary>A separator among digits.</summary>
/// <param name="Position">The number of digits after it.</param>
/// <param name="Text">The separator.</param>
internal sealed record GroupSeparator(int Position, string Text);

/// <summary>A picture for integers, of <c>$formatInteger</c> or of a date's component (XPath, "format-integer").</summary>
internal sealed class IntegerPicture
{
    public IntegerFormat Format { get; private init; }

    public LetterCase Case { get; private init; }

    public bool IsOrdinal { get; private init; }

    /// <summary>The picture's own text, for <see cref="IntegerFormat.Sequence"/>.</summary>
    public string Text { get; private init; } = "";

    public int Zero { get; private init; } = '0';

    public int MandatoryDigits { get; set; }

    public int OptionalDigits { get; private init; }

    /// <summary>The digits between separators, if they are equal and equally spaced; otherwise 0.</summary>
    public int RegularGroup { get; private init; }

    /// <summary>The separators from the last to the first.</summary>
    public IReadOnlyList<GroupSeparator> Separators { get; private init; } = [];

    public static IntegerPicture Parse(string picture)
    {
        var semicolon = picture.LastIndexOf(';');
        var primary = semicolon < 0 ? picture : picture[..semicolon];
        var isOrdinal = semicolon >= 0 && semicolon + 1 < picture.Length && picture[semicolon + 1] == 'o';
        return primary switch
        {
            "A" => Of(IntegerFormat.Letters, LetterCase.Upper, isOrdinal),
            "a" => Of(IntegerFormat.Letters, LetterCase.Lower, isOrdinal),
            "I" => Of(IntegerFormat.Roman, LetterCase.Upper, isOrdinal),
            "i" => Of(IntegerFormat.Roman, LetterCase.Lower, isOrdinal),
            "W" => Of(IntegerFormat.Words, LetterCase.Upper, isOrdinal),
            "Ww" => Of(IntegerFormat.Words, LetterCase.Title, isOrdinal),
            "w" => Of(IntegerFormat.Words, LetterCase.Lower, isOrdinal),
            _ => ParseDigits(primary, isOrdinal),
        };
    }

    private static IntegerPicture Of(IntegerFormat format, LetterCase letterCase, bool isOrdinal) =>
        new()
        {
            Format = format,
            Case = letterCase,
            IsOrdinal = isOrdinal,
        };

    private static IntegerPicture ParseDigits(string picture, bool isOrdinal)
    {
        int? zero = null;
        var (mandatory, optional, position) = (0, 0, 0);
        var separators = new List<GroupSeparator>();
        foreach (var rune in picture.EnumerateRunes().Reverse())
        {
            if (DigitGroups.ZeroOf(rune.Value) is { } group)
            {
                zero = zero is null || zero == group ? group : throw Errors.Evaluation("D3131");
                mandatory++;
                position++;
            }
            else if (rune == new Rune('#'))
            {
                optional++;
                position++;
            }
            else
            {
                separators.Add(new GroupSeparator(position, rune.ToString()));
            }
        }

        return new IntegerPicture
        {
            Format = mandatory > 0 ? IntegerFormat.Decimal : IntegerFormat.Sequence,
            IsOrdinal = isOrdinal,
            Text = picture,
            Zero = zero ?? '0',
            MandatoryDigits = mandatory,
            OptionalDigits = optional,
            Separators = separators,
            RegularGroup = separators.TrueForAll(separator => separator.Text == separators[0].Text)
                ? RegularGrouping.WidthOf([.. separators.Select(separator => separator.Position)])
                : 0,
        };
    }
}
