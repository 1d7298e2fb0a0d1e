using System.Text;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.NumberPictures;

namespace Cxf.Jsonata.Dates;

/// <summary>Formats times by a picture.</summary>
internal static class DateTimeFormatting
{
    private const string IsoPicture = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";
    private const int MillisAMinute = 60_000;

    public static string Format(double millis, string? picture, string? timezone, Run run)
    {
        var offset = timezone is null ? 0 : IntegerParsing.Leading(timezone);
        var hours = double.IsNaN(offset) ? 0 : Math.Floor(offset / 100);
        var minutes = double.IsNaN(offset) ? 0 : offset % 100;
        var date =
            CivilDate.FromMillis(millis + (((60 * hours) + minutes) * MillisAMinute))
            ?? throw Errors.Evaluation("D1001", JsonataValue.From(millis));
        var text = new StringBuilder();
        foreach (var part in DatePicture.Parse(picture ?? IsoPicture))
        {
            text.Append(part.Literal ?? (part.IsOffset ? Offset(part, hours, minutes, run) : Component(part, date, run)));
            run.CheckStringLength(text.Length);
        }

        return text.ToString();
    }

    private static string Component(DatePart part, in CivilDate date, Run run)
    {
        if (part.Component is 'C' or 'E')
        {
            return "ISO";
        }

        if (DateComponents.Of(date, part.Component) is not { } number)
        {
            return "undefined";
        }

        if (part.Component == 'P')
        {
            var half = number > 0 ? "pm" : "am";
            return part.Names == LetterCase.Upper ? half.ToUpperInvariant() : half;
        }

        if (part.Names is { } letterCase)
        {
            return Name(part, (int)number, letterCase);
        }

        if (part is { Component: 'Y', Digits: > 0 })
        {
            number %= Math.Pow(10, part.Digits);
        }

        return IntegerFormatting.Format(number, part.Integer!, run);
    }

    private static string Name(DatePart part, int number, LetterCase letterCase)
    {
        var names =
            CalendarNames.Of(part.Component) ?? throw Errors.Evaluation("D3133", JsonataValue.From(part.Component.ToString()));
        var name = letterCase switch
        {
            LetterCase.Upper => names[number - 1].ToUpperInvariant(),
            LetterCase.Lower => names[number - 1].ToLowerInvariant(),
            _ => names[number - 1],
        };
        return part.MaxWidth is { } width && name.Length > width ? name[..width] : name;
    }

    private static string Offset(DatePart part, double hours, double minutes, Run run)
    {
        var offset = (hours * 100) + minutes;
        if (offset == 0 && part.Modifier == 't')
        {
            return "Z";
        }

        string Text(double number, IntegerPicture picture) => IntegerFormatting.Format(number, picture, run);
        var picture = part.Integer!;
        var text =
            picture.RegularGroup > 0 ? Text(offset, picture)
            : picture.MandatoryDigits is 1 or 2
                ? Text(hours, picture) + (minutes == 0 ? "" : $":{Text(minutes, IntegerPicture.Parse("00"))}")
            : picture.MandatoryDigits is 3 or 4 ? Text(offset, picture)
            : throw Errors.Evaluation("D3134", JsonataValue.From(picture.MandatoryDigits));
        return (part.Component == 'z' ? "GMT" : "") + (offset >= 0 ? "+" : "") + text;
    }
}
