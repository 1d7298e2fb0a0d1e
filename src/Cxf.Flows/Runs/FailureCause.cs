using System.Text.Json;

namespace Cxf.Flows.Runs;

/// <summary>The cause of a failure, as a sentence: that of a function is inside of Lambda's error document.</summary>
public static class FailureCause
{
    /// <summary>The sentence; the cause itself if it is not an error document.</summary>
    public static string Of(string cause)
    {
        if (!cause.StartsWith('{'))
        {
            return cause;
        }

        try
        {
            return
                JsonElement.Parse(cause) is { ValueKind: JsonValueKind.Object } document
                && document.TryGetProperty("errorMessage", out var message)
                && message.ValueKind == JsonValueKind.String
                ? message.GetString()!
                : cause;
        }
        catch (JsonException)
        {
            return cause;
        }
    }
}
