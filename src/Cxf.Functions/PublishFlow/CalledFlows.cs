using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>A flow that a step of a document runs.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Version">The version that is compiled in; null for whichever is live.</param>
/// <param name="Pointer">The step in the document.</param>
public sealed record CalledFlow(FlowId Flow, int? Version, string Pointer);

/// <summary>The flows that a document runs, found before the document is checked, because the check needs them.</summary>
public static class CalledFlows
{
    /// <summary>Every <c>runFlow</c> step that names a flow, whatever else is wrong with the document.</summary>
    public static IEnumerable<CalledFlow> In(JsonElement document) => In(document, JsonPointer.Root);

    private static IEnumerable<CalledFlow> In(JsonElement json, string pointer) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(member => In(member.Value, JsonPointer.Append(pointer, member.Name)))
                .Concat(Here(json, pointer)),
            JsonValueKind.Array => json.EnumerateArray()
                .SelectMany((item, index) => In(item, JsonPointer.Append(pointer, index))),
            _ => [],
        };

    private static IEnumerable<CalledFlow> Here(JsonElement step, string pointer)
    {
        if (
            step.TryGetProperty("kind", out var kind)
            && kind.ValueKind == JsonValueKind.String
            && kind.ValueEquals("runFlow")
            && step.TryGetProperty("flowId", out var id)
            && id.ValueKind == JsonValueKind.String
            && FlowId.TryParse(id.GetString(), out var flow)
        )
        {
            int? pinned =
                step.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out var number)
                    ? number
                    : null;
            yield return new CalledFlow(flow, pinned, pointer);
        }
    }
}
