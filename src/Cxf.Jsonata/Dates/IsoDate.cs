using System.Globalization;
using System.Text.RegularExpressions;

namespace Cxf.Jsonata.Dates;

/// <summary>Timestamps of ISO 8601 as <c>$toMillis</c> takes them without a picture.</summary>
internal static partial class IsoDate
{
    /// <summary>
    /// The limit for every month: days after the end of a shorter month carry over into the next, as in V8's Date.parse.
    /// </summary>
    private const int LastDay = 31;

    /// <summary>False if the form is wrong; NaN if the form is right but the month, day or hour does not exist.</summary>
    public static bool TryParse(string text, out double millis)
    {
        millis = double.NaN;
        if (!Form().IsMatch(text))
        {
            return false;
        }

        if (Parts().Match(text) is not { Success: true } match)
        {
            return true;
        }

        double Part(string name, double otherwise) =>
            match.Groups[name] is { Success: true } group
                ? double.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                : otherwise;

        var (year, month, day) = (Part("year", 0), Part("month", 1), Part("day", 1));
        var (hour, minute, second) = (Part("hour", 0), Part("minute", 0), Part("second", 0));
        var exists =
            month is >= 1 and <= 12 && day is >= 1 and <= LastDay && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
        if (exists)
        {
            millis = CivilDate.Utc(year, month, day, hour, minute, second, Fraction(match)) - Offset(match);
        }

        return true;
    }

    private static double Fraction(Match match)
    {
        const int digits = 3;
        return match.Groups["fraction"] is { Success: true } fraction
            ? double.Parse(fraction.Value.PadRight(digits, '0')[..digits], CultureInfo.InvariantCulture)
            : 0;
    }

    private static double Offset(Match match)
    {
        if (match.Groups["sign"] is not { Success: true } sign)
        {
            return 0;
        }

        var hours = int.Parse(match.Groups["offsetHours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = int.Parse(match.Groups["offsetMinutes"].ValueSpan, CultureInfo.InvariantCulture);
        return ((hours * 60) + minutes) * 60_000.0 * (sign.Value == "-" ? -1 : 1);
    }

    // The reference has (-[01][0-9])*(-[0-3][0-9])*, which accepts the same texts and tries each way to divide them.
    [GeneratedRegex(@"^[0-9]{4}(-[0-3][0-9])*(T[0-2][0-9]:[0-5][0-9]:[0-5][0-9])*(\.[0-9]+)?([+-][0-2][0-9]:?[0-5][0-9]|Z)?\z")]
    private static partial Regex Form();

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?"
            + @"(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?"
            + @"((?<sign>[+-])(?<offsetHours>[0-9]{2}):?(?<offsetMinutes>[0-9]{2})|Z)?)?\z"
    )]
    private static partial Regex Parts();
}
