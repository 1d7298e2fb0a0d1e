using System.Globalization;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.NumberPictures;

namespace Cxf.Jsonata.Dates;

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
        var presentation = comma > 0 ? marker[1..comma] : marker.Length > 0 && comma < 0 ? marker[1..] : "";
        var (least, most) = comma < 0 ? (null, null) : Width(marker[(comma + 1)..]);
        var modifier = '\0';
        if (presentation.Length > 1 && Modifiers.Contains(presentation[^1]))
        {
            modifier = presentation[^1];
            presentation = presentation[..^1];
        }

        if (presentation.Length == 0)
        {
            presentation = DefaultPresentation(component)
                ?? throw Errors.Evaluation("D3132", JsonataValue.From(component == '\0' ? "" : component.ToString()));
        }

        var names = Names(presentation);
        var integer = names is null ? Integer(component, presentation, modifier) : null;
        var digits = integer is null ? -1 : Digits(component, integer, least, most);
        return new DatePart
        {
            Component = component,
            Modifier = modifier,
            Names = names,
            MostWidth = most,
            Integer = integer ?? (component is 'Z' or 'z' ? IntegerPicture.Parse(presentation) : null),
            Digits = digits,
        };
    }

    private static LetterCase? Names(string presentation) => presentation[0] switch
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

    /// <summary>Applies the width to the picture; years, months and days may be cut to a number of digits.</summary>
    private static int Digits(char component, IntegerPicture integer, int? least, int? most)
    {
        integer.MandatoryDigits = Math.Max(integer.MandatoryDigits, least ?? 0);
        if (component is not ('Y' or 'M' or 'D'))
        {
            return -1;
        }

        if (most is { } width)
        {
            integer.MandatoryDigits = width;
            return width;
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

    private static string? DefaultPresentation(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'F' or 'P' or 'C' or 'E' => "n",
        'm' or 's' => "01",
        'Z' or 'z' => "01:01",
        _ => null,
    };
}
