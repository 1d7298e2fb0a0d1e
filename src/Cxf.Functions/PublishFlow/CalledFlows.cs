using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>Which flows a document runs, found before it is checked: what they are decides what there is to check.</summary>
public static class CalledFlows
{
    /// <summary>Every flow that a <c>runFlow</c> step names, with the version where it names one.</summary>
    public static IEnumerable<(FlowId Flow, int? Version)> In(JsonElement document) => document.ValueKind switch
    {
        JsonValueKind.Object => document.EnumerateObject().SelectMany(member => In(member.Value)).Concat(Here(document)),
        JsonValueKind.Array => document.EnumerateArray().SelectMany(In),
        _ => [],
    };

    private static IEnumerable<(FlowId, int?)> Here(JsonElement step)
    {
        if (step.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() == "runFlow"
            && step.TryGetProperty("flowId", out var id) && id.ValueKind == JsonValueKind.String && FlowId.TryParse(id.GetString(), out var flow))
        {
            int? pinned = step.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? number : null;
            yield return (flow, pinned);
        }
    }
}
