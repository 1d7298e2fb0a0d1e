using System.Text.Json;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>What a call sent, found in the arguments of the state's task.</summary>
internal static class SentRequest
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>CallApi's request: method, path, query, headers, body.</summary>
    public static JsonElement Of(TaskScheduledDetails call) =>
        call.Parameters.Tree.TryGetProperty("Payload", out var payload) && payload.TryGetProperty("request", out var request) ? request : Nothing;
}
