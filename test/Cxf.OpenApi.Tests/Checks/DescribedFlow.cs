using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Flows.Reading;

namespace Cxf.OpenApi.Tests.Checks;

/// <summary>A flow with one call over a described connection.</summary>
internal static class DescribedFlow
{
    /// <summary>Reads it.</summary>
    /// <param name="api">The connection.</param>
    /// <param name="call">The members of the call.</param>
    /// <param name="message">What the flow answers.</param>
    public static FlowReading Read(string api, string call, string message = "Done.") =>
        FlowReader.Read(JsonSource.Parse(Document(api, call, message)), Apis.Tenant);

    /// <summary>The document.</summary>
    public static string Document(string api, string call, string message = "Done.")
    {
        var step = JsonNode.Parse(call)!.AsObject();
        step["kind"] = "restApi";
        step["connection"] = api;
        step["next"] ??= "respond_1";
        return new JsonObject
        {
            ["flowId"] = "test",
            ["caller"] = "continues",
            ["input"] = JsonNode.Parse(
                """
                {"type":"object","required":["text","number","flag"],"properties":{"text":{"type":"string"},
                 "number":{"type":"number"},"flag":{"type":"boolean"},"maybe":{"type":"string"}}}
                """
            ),
            ["start"] = "call",
            ["steps"] = new JsonObject
            {
                ["call"] = step,
                ["respond_1"] = new JsonObject { ["kind"] = "respond", ["message"] = message },
            },
        }.ToJsonString();
    }
}
