using System.Globalization;

namespace Cxf.Local.Output;

/// <summary>Durations as a person reads them.</summary>
internal static class Durations
{
    /// <summary>Whole milliseconds below one second, else seconds with one decimal.</summary>
    public static string Text(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
            : Seconds(time);

    /// <summary>Seconds with one decimal.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
