using System.Text.Json;

namespace Cxf.Local.Statistics;

/// <summary>One call of a function, from the line with its metrics.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Function">ExecuteFlow, GetFlowResult, CallApi or PublishFlow.</param>
/// <param name="Outcome">The status of the answer.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record CallLine(DateTimeOffset At, string Function, string Outcome, TimeSpan Duration)
{
    /// <summary>The error code, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The tenant, or null.</summary>
    public string? Tenant { get; init; }

    /// <summary>The flow, or null.</summary>
    public string? Flow { get; init; }

    /// <summary>The connection of a call to a third party, or null.</summary>
    public string? Connection { get; init; }

    /// <summary>The contact, or null.</summary>
    public string? Contact { get; init; }

    /// <summary>The percentage of the caller's time limit that the answer took, or null.</summary>
    public double? LimitUsed { get; init; }

    /// <summary>Reads a log line; null for a line that has no call's metrics.</summary>
    public static CallLine? Parse(string line)
    {
        // A line of "aws logs tail" or "sam logs" has a prefix.
        var start = line.IndexOf("{\"_aws\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line.AsMemory(start));
            var root = json.RootElement;
            return
                Text(root, "Function") is { } function
                && Text(root, "Outcome") is { } outcome
                && Number(root, "Duration") is { } milliseconds
                && root.TryGetProperty("timestamp", out var time)
                && time.TryGetDateTimeOffset(out var at)
                ? new CallLine(at, function, outcome, TimeSpan.FromMilliseconds(milliseconds))
                {
                    Error = Text(root, "ErrorCode"),
                    Tenant = Text(root, "Tenant"),
                    Flow = Text(root, "Flow"),
                    Connection = Text(root, "Connection"),
                    Contact = Text(root, "contactId"),
                    LimitUsed = Number(root, "LimitUsed"),
                }
                : null;
        }
        catch (JsonException)
        {
            // A line that was cut off.
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : null;
}
