using System.Text.Json;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>Turns a function's error document into the task's error.</summary>
internal static class LambdaErrors
{
    /// <summary>The error's name is the document's errorType, by default the one AWS uses for what it does not know.</summary>
    public static TaskServiceException Of(LambdaResult result, string cause)
    {
        using var document = JsonDocument.Parse(result.Payload);
        var type = document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("errorType", out var name)
            ? name.GetString()
            : null;
        return new TaskServiceException(type ?? "Lambda.Unknown", cause);
    }
}
