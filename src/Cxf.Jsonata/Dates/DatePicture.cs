using System.Globalization;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.NumberPictures;

namespace Cxf.Jsonata.Dates;

/// <summary>A part of a date/time picture: literal text, or a component such as <c>[Y0001]</c>.</summary>
internal sealed class DatePart
{
    /// <summary>The text of a literal part.</summary>
    public string? Literal { get; init; }

    /// <summary>The component's letter.</summary>
    public char Component { get; init; }

    /// <summary>The second modifier, such as <c>t</c>, which writes <c>Z</c> for no offset.</summary>
    public char Modifier { get; init; }

    /// <summary>The letter case, if the component is written as a name.</summary>
    public LetterCase? Names { get; init; }

    /// <summary>The maximum number of characters; null for any.</summary>
    public int? MaxWidth { get; init; }

    /// <summary>How the component is written as a number.</summary>
    public IntegerPicture? Integer { get; init; }

    /// <summary>The number of digits of a year, month or day; -1 for any.</summary>
    public int Digits { get; init; }

    public bool IsOffset => Component is 'Z' or 'z';
}

/// <summary>Reads date/time pictures (XPath, "The date/time picture string").</summary>
internal static class DatePicture
{
    private const string NumericComponents = "YMDdFWwXxHhmsf";
    private const string Modifiers = "atco";

    public static List<DatePart> Parse(string picture)
    {
        var parts = new List<DatePart>();
        var start = 0;
        var at = 0;
        while (at < picture.Length)
        {
            if (picture[at] != '[')
            {
                at++;
                continue;
            }

            AddLiteral(parts, picture[start..at]);
            if (at + 1 < picture.Length && picture[at + 1] == '[')
            {
                parts.Add(new DatePart { Literal = "[" });
                at += 2;
            }
            else
            {
                var end = picture.IndexOf(']', at);
                if (end < 0)
                {
                    throw Errors.Evaluation("D3135");
                }

                parts.Add(Component(string.Concat(picture[(at + 1)..end].Where(character => !char.IsWhiteSpace(character)))));
                at = end + 1;
            }

            start = at;
        }

        AddLiteral(parts, picture[start..at]);
        return parts;
    }

    private static void AddLiteral(List<DatePart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new DatePart { Literal = text.Replace("]]", "]") });
        }
    }

    private static DatePart Component(string marker)
    {
        var component = marker.Length > 0 ? marker[0] : '\0';
        var comma = marker.LastIndexOf(',');
        var presentation =
            comma > 0 ? marker[1..comma]
            : marker.Length > 0 && comma < 0 ? marker[1..]
            : "";
        var (min, max) = comma < 0 ? (null, null) : Width(marker[(comma + 1)..]);
        var modifier = '\0';
        if (presentation.Length > 1 && Modifiers.Contains(presentation[^1]))
        {
            modifier = presentation[^1];
            presentation = presentation[..^1];
        }

        if (presentation.Length == 0)
        {
            presentation =
                DefaultPresentation(component)
                ?? throw Errors.Evaluation("D3132", JsonataValue.From(component == '\0' ? "" : component.ToString()));
        }

        var names = Names(presentation);
        var integer = names is null ? Integer(component, presentation, modifier) : null;
        var digits = integer is null ? -1 : Digits(component, integer, min, max);
        return new DatePart
        {
            Component = component,
            Modifier = modifier,
            Names = names,
            MaxWidth = max,
            Integer = integer ?? (component is 'Z' or 'z' ? IntegerPicture.Parse(presentation) : null),
            Digits = digits,
        };
    }

    private static LetterCase? Names(string presentation) =>
        presentation[0] switch
        {
            'n' => LetterCase.Lower,
            'N' when presentation.Length > 1 && presentation[1] == 'n' => LetterCase.Title,
            'N' => LetterCase.Upper,
            _ => null,
        };

    private static IntegerPicture? Integer(char component, string presentation, char modifier)
    {
        if (!NumericComponents.Contains(component))
        {
            return null;
        }

        return IntegerPicture.Parse(modifier == '\0' ? presentation : $"{presentation};{modifier}");
    }

    /// <summary>Applies the width to the picture; years, months and days can be truncated to a number of digits.</summary>
    private static int Digits(char component, IntegerPicture integer, int? min, int? max)
    {
        var hasDigits = integer.Format == IntegerFormat.Decimal;
        integer.MandatoryDigits = hasDigits ? Math.Max(integer.MandatoryDigits, min ?? 0) : 0;
        if (component is not ('Y' or 'M' or 'D'))
        {
            return -1;
        }

        if (max is { } width)
        {
            integer.MandatoryDigits = width;
            return width;
        }

        if (!hasDigits)
        {
            // Words, letters and roman numerals have no least number of digits.
            return -1;
        }

        var written = integer.MandatoryDigits + integer.OptionalDigits;
        return written >= 2 ? written : -1;
    }

    private static (int? Least, int? Most) Width(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (WidthOf(text), null) : (WidthOf(text[..dash]), WidthOf(text[(dash + 1)..]));
    }

    private static int? WidthOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : null;

    private static string? DefaultPresentation(char component) =>
        component switch
        {
            'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
            'F' or 'P' or 'C' or 'E' => "n",
            'm' or 's' => "01",
            'Z' or 'z' => "01:01",
            _ => null,
        };
}
