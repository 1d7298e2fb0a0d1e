using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;

namespace Cxf.Jsonata.Dates;

/// <summary>Parses times by a picture.</summary>
internal static class DateTimeParsing
{
    // A date is complete with exactly the components of one of these forms, one bit for each letter.
    private const string DateLetters = "YXMxWwdD";
    private const int YearMonthDay = 0b1010_0001;
    private const int YearDay = 0b1000_0010;
    private const int WeekYearMonthWeek = 0b0101_0100;
    private const int WeekYearWeek = 0b0100_1000;
    private const string TimeLetters = "PHhmsf";
    private const int Hours24 = 0b01_0111;
    private const int Hours12 = 0b10_1111;

    /// <summary>The time in milliseconds since 1970, or null if the text does not match the picture.</summary>
    public static double? Parse(string text, string picture, Run run)
    {
        var components = DateMatcher.For(picture).Match(text, run);
        if (components is null)
        {
            return null;
        }

        var date = Mask(components, DateLetters);
        var isYearDay = !IsForm(date, YearMonthDay) && IsForm(date, YearDay);
        var isWeekMonth = IsForm(date, WeekYearMonthWeek);
        var isWeek = !isWeekMonth && IsForm(date, WeekYearWeek);
        var time = Mask(components, TimeLetters);
        var is12Hours = !IsForm(time, Hours24) && IsForm(time, Hours12);
        var dateLetters =
            isYearDay ? "YD"
            : isWeekMonth ? "XxwF"
            : isWeek ? "XWF"
            : "YMD";
        Complete(components, dateLetters + (is12Hours ? "Phmsf" : "Hmsf"), run);
        if (isWeekMonth || isWeek)
        {
            throw Errors.Evaluation("D3136");
        }

        if (isYearDay)
        {
            // A day after the end of the year determines month and day, but the year stays.
            var first = FullYear(components['Y']);
            var day = CivilDate.FromMillis(CivilDate.Utc(first, 1, components.GetValueOrDefault('d'), 0, 0, 0, 0));
            components['M'] = day?.Month ?? double.NaN;
            components['D'] = day?.DayOfMonth ?? double.NaN;
        }

        if (is12Hours)
        {
            var hour = components['h'];
            components['H'] = (hour == 12 ? 0 : hour) + (components['P'] == 1 ? 12 : 0);
        }

        return Moment(components);
    }

    private static int Mask(Dictionary<char, double> components, string letters)
    {
        var mask = 0;
        foreach (var letter in letters)
        {
            mask = (mask << 1) | (components.TryGetValue(letter, out var value) && value != 0 && !double.IsNaN(value) ? 1 : 0);
        }

        return mask;
    }

    private static bool IsForm(int mask, int form) => (mask & ~form) == 0 && (mask & form) != 0;

    /// <summary>
    /// Components before the first given one are taken from the current time, and those after the last given one are minimal; a
    /// gap in between is an error.
    /// </summary>
    private static void Complete(Dictionary<char, double> components, string letters, Run run)
    {
        var now = CivilDate.FromMillis(run.Now.ToUnixTimeMilliseconds())!.Value;
        var started = false;
        var ended = false;
        foreach (var letter in letters)
        {
            if (components.ContainsKey(letter))
            {
                started = true;
                if (ended)
                {
                    throw Errors.Evaluation("D3136");
                }
            }
            else if (started)
            {
                components[letter] = letter is 'M' or 'D' or 'd' ? 1 : 0;
                ended = true;
            }
            else
            {
                // A clock of twelve hours without am or pm shows the first half of the day, whatever the time is now.
                components[letter] = letter == 'P' ? 0 : DateComponents.Of(now, letter) ?? 0;
            }
        }
    }

    private static double Moment(Dictionary<char, double> components)
    {
        var millis = CivilDate.Utc(
            FullYear(components['Y']),
            Math.Max(components['M'], 1),
            components['D'],
            components['H'],
            components['m'],
            components['s'],
            components['f']
        );
        var offset = components.GetValueOrDefault('Z') is var upper && upper != 0 ? upper : components.GetValueOrDefault('z');
        return millis - (offset * 60_000);
    }

    /// <summary>A year below 100 is in the twentieth century, as in ECMAScript's Date.UTC.</summary>
    private static double FullYear(double year)
    {
        const int firstFullYear = 100;
        const int century = 1900;
        return year is >= 0 and < firstFullYear ? year + century : year;
    }
}
