using System.Runtime.InteropServices;
using System.Text.Json;
using Cxf.ApiCalls.Requests;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>What a call sent, found in the arguments of the state's task.</summary>
internal static class SentRequest
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>CallApi's request (method, path, query, headers, body), or the input of a flow that is run (payload).</summary>
    public static JsonElement Of(TaskScheduledDetails call)
    {
        var arguments = call.Parameters.Tree;
        return arguments.TryGetProperty("Payload", out var payload) && payload.TryGetProperty("request", out var request)
                ? FilledPath.In(request)
            : !arguments.TryGetProperty("Input", out var input) ? Nothing
            : input.ValueKind == JsonValueKind.String ? JsonElement.Parse(input.GetString()!)
            : input;
    }

    /// <summary>Why CallApi would refuse a call; null if it would not.</summary>
    public static string? ProblemOf(TaskScheduledDetails call) =>
        call.Parameters.Tree.TryGetProperty("Payload", out var payload)
            ? RequestProblem.Of(JsonMarshal.GetRawUtf8Value(payload).ToArray())
            : null;
}
