using Cxf.Jsonata.NumberPictures;

namespace Cxf.Jsonata.Dates;

/// <summary>One piece of a date/time picture: text as it is, or a component such as <c>[Y0001]</c>.</summary>
internal sealed class DatePart
{
    /// <summary>The text, where the piece is text.</summary>
    public string? Literal { get; init; }

    /// <summary>The component's letter.</summary>
    public char Component { get; init; }

    /// <summary>The second modifier, such as <c>t</c> for a <c>Z</c> at no offset.</summary>
    public char Modifier { get; init; }

    /// <summary>The component is written as a name, in this case.</summary>
    public LetterCase? Names { get; init; }

    /// <summary>The most characters; null for any number.</summary>
    public int? MostWidth { get; init; }

    /// <summary>How the component is written as a number.</summary>
    public IntegerPicture? Integer { get; init; }

    /// <summary>How many digits a year, month or day has; -1 for as many as it needs.</summary>
    public int Digits { get; init; }

    public bool IsOffset => Component is 'Z' or 'z';
}
