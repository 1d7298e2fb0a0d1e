using System.Globalization;

namespace Cxf.Flows.Timing;

/// <summary>Durations that may have no end, and how they are said.</summary>
public static class Duration
{
    /// <summary>Seconds as a duration; null for what has no end, or none that anybody lives to see.</summary>
    public static TimeSpan? Of(double seconds) => seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A duration as a person says it: <c>6.3 s</c>, <c>25 min</c>, <c>3 h</c>, <c>40 days</c>.</summary>
    public static string InWords(TimeSpan? duration) =>
        duration switch
        {
            null => "no known time",
            { TotalMinutes: < 2 } seconds => string.Create(CultureInfo.InvariantCulture, $"{seconds.TotalSeconds:0.##} s"),
            { TotalHours: < 2 } minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes.TotalMinutes:0.#} min"),
            { TotalDays: < 2 } hours => string.Create(CultureInfo.InvariantCulture, $"{hours.TotalHours:0.#} h"),
            { } days => string.Create(CultureInfo.InvariantCulture, $"{days.TotalDays:0.#} days"),
        };
}
