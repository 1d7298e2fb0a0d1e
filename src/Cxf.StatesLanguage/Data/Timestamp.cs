using System.Globalization;
using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.Data;

/// <summary>
/// The timestamps of the States Language: ISO-8601 extended offset date-time, with the T, seconds and an offset or Z (RFC 3339 as
/// the specification narrows it). Fractions may have nine digits; digits below ticks are dropped.
/// </summary>
internal static partial class Timestamp
{
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        var match = Shape.Match(text);
        if (!match.Success)
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value;
        var cut = fraction.Length > 8 ? text.Replace(fraction, fraction[..8], StringComparison.Ordinal) : text;
        return DateTimeOffset.TryParse(cut, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    /// <summary>A time as the context object and AWS's answers print it: UTC with milliseconds.</summary>
    public static string Print(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(?<fraction>\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shape { get; }
}
