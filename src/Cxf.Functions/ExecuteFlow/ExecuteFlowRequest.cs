using System.Text.Json;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>What a contact flow, or a direct caller, asks for.</summary>
/// <param name="Tenant">The tenant that is claimed; not proven yet.</param>
/// <param name="Flow">The flow to run.</param>
/// <param name="Payload">The payload as received, an object.</param>
/// <param name="Contact">The contact that asks.</param>
/// <param name="RequestKey">What tells two requests of one contact apart; null leaves that to the payload.</param>
/// <param name="CallerLimit">How long the caller's side waits for the answer (the block's timeout).</param>
public sealed record ExecuteFlowRequest(
    TenantId Tenant, FlowId Flow, JsonElement Payload, ContactFacts Contact, string? RequestKey, TimeSpan CallerLimit)
{
    /// <summary>Connect's longest wait for a function, and what an exported contact flow asks for (Amazon Connect administrator guide, "AWS Lambda function").</summary>
    public static TimeSpan DefaultCallerLimit { get; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether the request came without a contact, in the form of CX Fabric's Execute Flow API.</summary>
    public bool IsDirect => Contact.InstanceArn.Length == 0;
}
