using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Functions.Requests;

/// <summary>What every request says.</summary>
/// <param name="Tenant">The tenant that is claimed; not proven yet.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Contact">The contact that asks.</param>
/// <param name="CallerLimit">How long the caller's side waits for the answer (the block's timeout).</param>
/// <param name="Mode">How the answer is to be written.</param>
public sealed record RequestHead(TenantId Tenant, FlowId Flow, ContactFacts Contact, TimeSpan CallerLimit, ResponseMode Mode)
{
    /// <summary>
    /// Connect's longest wait for a function, which an exported contact flow uses (Amazon Connect administrator guide, "AWS
    /// Lambda function").
    /// </summary>
    public static TimeSpan DefaultCallerLimit { get; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether the request came without a contact, in the form of CX Fabric's Execute Flow API.</summary>
    public bool IsDirect => Contact.InstanceArn.Length == 0;
}
