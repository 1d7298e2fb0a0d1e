using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Functions.Requests;

/// <summary>A request of a contact flow, or of a direct caller.</summary>
/// <param name="Head">What every request says.</param>
public abstract record FlowRequest(RequestHead Head);

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

/// <summary>Reads what every request says; problems go to the parameters' list.</summary>
internal static class RequestHeadReader
{
    // Connect's limits for the block: at least a second, at most 60 in asynchronous mode.
    private const double MinCallerLimitSeconds = 1;
    private const double MaxCallerLimitSeconds = 60;

    private static readonly Dictionary<string, ResponseMode> Modes = new()
    {
        ["STRING_MAP"] = ResponseMode.StringMap,
        ["JSON"] = ResponseMode.Json,
    };

    public static RequestHead Read(RequestParameters parameters)
    {
        var tenant = default(TenantId);
        if (parameters.Required("tenantId") is { } tenantText && !TenantId.TryParse(tenantText, out tenant))
        {
            parameters.Problems.Add($"tenantId must be {IdentifierRule.Description}");
        }

        var flow = default(FlowId);
        if (parameters.Required("flowId") is { } flowText && !FlowId.TryParse(flowText, out flow))
        {
            parameters.Problems.Add($"flowId must be {IdentifierRule.Description}");
        }

        var limit = parameters.Seconds(
            "callerLimitSeconds",
            MinCallerLimitSeconds,
            MaxCallerLimitSeconds,
            RequestHead.DefaultCallerLimit
        );
        return new RequestHead(tenant, flow, parameters.Contact, limit, parameters.Word("responseMode", Modes));
    }
}
