using System.Globalization;

namespace Cxf.Graphs.Marks;

/// <summary>A duration in the few characters that a picture has room for.</summary>
internal static class ShownTime
{
    public static string Of(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? Number(time.TotalMilliseconds, "0") + " ms"
        : time < TimeSpan.FromMinutes(2) ? Number(time.TotalSeconds, "0.#") + " s"
        : time < TimeSpan.FromHours(2) ? Number(time.TotalMinutes, "0.#") + " min"
        : time < TimeSpan.FromDays(2) ? Number(time.TotalHours, "0.#") + " h"
        : Number(time.TotalDays, "0.#") + " days";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
