using System.Globalization;

namespace Cxf.Local.Output;

/// <summary>Durations as a person reads them.</summary>
internal static class Durations
{
    /// <summary>Whole milliseconds below one second, else seconds with one decimal.</summary>
    public static string Text(TimeSpan time) => time < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : Seconds(time);

    /// <summary>Seconds below two minutes, minutes below two hours, else hours; with one decimal.</summary>
    public static string Words(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2) ? Seconds(time)
        : time < TimeSpan.FromHours(2) ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.0} h");

    /// <summary>Seconds with one decimal.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
