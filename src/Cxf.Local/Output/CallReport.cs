using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Local.Deployment;
using Cxf.Local.Stubs;

namespace Cxf.Local.Output;

/// <summary>What came of a call, for people and for programs.</summary>
/// <param name="Flow">The flow that the contact flow was written for; null for a contact flow of the user's own.</param>
/// <param name="Payload">The payload that it sent instead of asking the caller; null if it asked.</param>
/// <param name="Published">The flows of the deployment.</param>
/// <param name="Result">The call.</param>
internal sealed record CallReport(string? Flow, JsonElement? Payload, IReadOnlyList<PublishedFlow> Published, CallResult Result)
{
    /// <summary>What Amazon Connect would say of the contact flow.</summary>
    public ContactFlowVerdict Verdict { get; init; } = ContactFlowVerdict.Accepted;

    /// <summary>The keys that the caller was to press and that no question took.</summary>
    public IReadOnlyList<string> UnusedKeys { get; init; } = [];

    /// <summary>The executions, in the order of their start.</summary>
    public IReadOnlyList<ExecutionReport> Executions { get; init; } = [];

    /// <summary>The requests that the stub received; null without a stub.</summary>
    public IReadOnlyList<StubRequest>? Stubbed { get; init; }

    /// <summary>The names of the fields that are masked.</summary>
    public IReadOnlyList<string> Sensitive { get; init; } = [];

    /// <summary>How many questions the contact flow asked.</summary>
    public int Questions => Result.Events.Count(happened => happened is CallEvent.Asked);
}
