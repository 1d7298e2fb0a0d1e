using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Differences;
using Cxf.Functions.PublishFlow;

namespace Cxf.Local.Deployment;

/// <summary>What PublishFlow said of one flow.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Answer">PublishFlow's answer, or Lambda's error document.</param>
internal sealed record PublishedFlow(string Tenant, string Flow, JsonElement Answer)
{
    /// <summary>The flow by its tenant, or the tenant alone.</summary>
    public string Name => Flow.Length == 0 ? Tenant : $"{Tenant}/{Flow}";

    /// <summary>Whether the flow is live now.</summary>
    public bool IsLive => Text("status") is PublishStatus.Published or PublishStatus.Unchanged;

    /// <summary>Whether the request was executed.</summary>
    public bool IsDone => IsLive || Text("status") == PublishStatus.Deleted;

    /// <summary>
    /// Whether the same request can succeed without a change: PublishFlow ended without an answer, or AWS or another publisher
    /// was in its way.
    /// </summary>
    public bool CanSucceedLater => Text("status") is null or PublishStatus.Failed or PublishStatus.Conflict;

    /// <summary>One sentence for a person.</summary>
    public string Message => Text("message") ?? Text("errorMessage") ?? "PublishFlow did not answer.";

    /// <summary>The longest duration of the flow and the cost of its runs, if the answer contains them.</summary>
    public FlowCost? Cost => FlowCost.Read(Answer);

    /// <summary>The diagnostics, one line each.</summary>
    public IEnumerable<string> Diagnostics => All.Select(Line);

    /// <summary>The errors and warnings among them.</summary>
    public IEnumerable<string> Problems =>
        All.Where(diagnostic => diagnostic.GetProperty("severity").GetString() != "info").Select(Line);

    /// <summary>The same for programs: the flow and PublishFlow's answer.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["tenantId"] = Tenant,
            ["flowId"] = Flow,
            ["answer"] = JsonNode.Parse(Answer.GetRawText()),
        };

    private IEnumerable<JsonElement> All =>
        Answer.TryGetProperty("diagnostics", out var diagnostics) ? diagnostics.EnumerateArray() : [];

    private static string Line(JsonElement diagnostic) =>
        $"{diagnostic.GetProperty("line")}:{diagnostic.GetProperty("column")} {diagnostic.GetProperty("severity")} "
        + $"{diagnostic.GetProperty("code")} {diagnostic.GetProperty("pointer")}: {diagnostic.GetProperty("message")} "
        + $"Fix: {diagnostic.GetProperty("fix")}";

    /// <summary>What changes for callers, one line each.</summary>
    public IEnumerable<string> Differences =>
        Answer.TryGetProperty("differences", out var differences)
            ? differences
                .EnumerateArray()
                .Select(difference =>
                    new FlowDifference(
                        Enum.Parse<DifferenceKind>(difference.GetProperty("kind").GetString()!, ignoreCase: true),
                        difference.GetProperty("what").GetString()!,
                        difference.GetProperty("name").GetString()!,
                        difference.GetProperty("text").GetString()!
                    ).ToString()
                )
            : [];

    private string? Text(string name) => Answer.TryGetProperty(name, out var value) ? value.GetString() : null;
}
