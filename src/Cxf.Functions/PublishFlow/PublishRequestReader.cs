using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Reads a request: <c>{"action": "publish", "revision": 3}</c>, with <c>tenantId</c> and <c>flowId</c> if it is an event. The
/// default of <c>action</c> is publish.
/// </summary>
internal static class PublishRequestReader
{
    private static readonly Dictionary<string, PublishAction> Actions = new()
    {
        ["publish"] = PublishAction.Publish,
        ["recompile"] = PublishAction.Recompile,
        ["rollback"] = PublishAction.Rollback,
        ["canary"] = PublishAction.Canary,
        ["delete"] = PublishAction.Delete,
    };

    /// <summary>Reads an event that names its tenant and flow.</summary>
    public static (PublishRequest? Request, string Problem) Read(JsonElement? json)
    {
        if (
            json is not { ValueKind: JsonValueKind.Object } found
            || !TenantId.TryParse(Text(found, "tenantId"), out var tenant)
            || (found.TryGetProperty("flowId", out _) & !FlowId.TryParse(Text(found, "flowId"), out var flow))
        )
        {
            return (null, $"The event must be {{\"tenantId\": …, \"flowId\": …}}, each {IdentifierRule.Description}.");
        }

        return Read(found, tenant, found.TryGetProperty("flowId", out _) ? flow : null);
    }

    /// <summary>Reads a request about a tenant's flow, or about the tenant.</summary>
    public static (PublishRequest? Request, string Problem) Read(JsonElement json, TenantId tenant, FlowId? flow)
    {
        if (json.ValueKind != JsonValueKind.Object || !Actions.TryGetValue(Text(json, "action") ?? "publish", out var action))
        {
            return (null, $"\"action\" must be one of {string.Join(", ", Actions.Keys)}.");
        }

        if (
            !TryReadNumber(json, "revision", out var revision)
            | !TryReadNumber(json, "version", out var version)
            | !TryReadNumber(json, "weight", out var weight)
        )
        {
            return (null, "\"revision\", \"version\" and \"weight\" must be whole numbers.");
        }

        if (ReadAllowed(json) is not { } allowed)
        {
            return (null, $"\"allow\" must be a list of codes of {string.Join(", ", FlowCodes.Allowable)}.");
        }

        var request = new PublishRequest(action, tenant, flow)
        {
            Allowed = allowed,
            Revision = revision,
            Version = version,
            Weight = weight,
        };
        return Problem(request) is { } problem ? (null, problem) : (request, "");
    }

    private static string? Problem(PublishRequest request) =>
        request switch
        {
            { Flow: null, Action: not PublishAction.Delete } =>
                $"\"flowId\" is missing; it must be {IdentifierRule.Description}.",
            { Action: PublishAction.Rollback or PublishAction.Canary, Version: null } =>
                "\"version\" is missing: add the number of the version.",
            { Action: PublishAction.Canary, Weight: not (>= 0 and <= 99) } =>
                "\"weight\" must be 0 to 99: the percentage of runs that the version gets.",
            _ => null,
        };

    // Null for anything else than a list of errors that can be allowed.
    private static List<string>? ReadAllowed(JsonElement json)
    {
        if (!json.TryGetProperty("allow", out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        var codes = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : null;
        return
            codes?.TrueForAll(code => code.ValueKind == JsonValueKind.String && FlowCodes.Allowable.Contains(code.GetString()))
            == true
            ? [.. codes.Select(code => code.GetString()!).Distinct().Order(StringComparer.Ordinal)]
            : null;
    }

    private static bool TryReadNumber(JsonElement json, string name, out int? number)
    {
        number = null;
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        number = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var read) ? read : null;
        return number is not null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
