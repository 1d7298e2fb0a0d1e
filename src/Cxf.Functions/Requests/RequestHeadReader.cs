using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Functions.Requests;

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
