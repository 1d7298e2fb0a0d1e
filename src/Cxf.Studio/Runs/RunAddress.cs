using System.Globalization;

namespace Cxf.Studio.Runs;

/// <summary>The addresses of a run's page and of the places on it.</summary>
/// <param name="Source">The stage, or <c>files</c>.</param>
/// <param name="Id">The run's ID, or the name of the file.</param>
/// <param name="StartedAt">When the run started, which makes it quick to find; null if that is not known.</param>
public sealed record RunAddress(string Source, string Id, DateTimeOffset? StartedAt)
{
    /// <summary>The address of a place; of the whole run without one.</summary>
    internal string Of(StepPlace? place = null)
    {
        var path = string.Join('/', Id.Split('/').Select(Uri.EscapeDataString));
        string?[] parts = [StartedAt is { } started ? $"started={Uri.EscapeDataString(Text(started))}" : null, place?.ToString()];
        var query = string.Join('&', parts.OfType<string>());
        return $"runs/{Uri.EscapeDataString(Source)}/{path}{(query.Length > 0 ? "?" + query : "")}";
    }

    /// <summary>Reads the start of an address; null if it has none.</summary>
    internal static DateTimeOffset? ReadStart(string? started) =>
        DateTimeOffset.TryParse(started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
