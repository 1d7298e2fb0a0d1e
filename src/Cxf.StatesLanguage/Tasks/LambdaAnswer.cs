using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>What a function's answer means for the task.</summary>
internal static class LambdaAnswer
{
    private const string Unknown = "Lambda.Unknown";

    /// <summary>The answer as a document.</summary>
    /// <exception cref="TaskServiceException">It is no JSON.</exception>
    public static Payload Read(LambdaResult result)
    {
        try
        {
            return Payload.Parse(result.Payload.Span);
        }
        catch (JsonException)
        {
            throw new TaskServiceException(Unknown, "The function's answer is not JSON.");
        }
    }

    /// <summary>The error of a failed function: its name is the document's errorType, by default the one AWS uses for what it
    /// does not know.</summary>
    public static TaskServiceException Failure(Payload document, string cause) =>
        document.Tree.ValueKind == JsonValueKind.Object && document.Tree.TryGetProperty("errorType", out var type)
            && type.ValueKind == JsonValueKind.String
            ? new TaskServiceException(type.GetString()!, cause)
            : new TaskServiceException(
                Unknown, $"The cause could not be determined because Lambda did not return an error type. Returned payload: {document}");
}
