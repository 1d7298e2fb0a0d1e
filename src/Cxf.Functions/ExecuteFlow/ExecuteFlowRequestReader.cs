using System.Text.Json;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>
/// Reads a request from an event: Connect's (<c>Details.ContactData</c> and <c>Details.Parameters</c>) or the direct form of
/// CX Fabric's Execute Flow API (<c>{tenantId, flowId, payload, requestKey}</c>). Members it does not know are let through:
/// Connect adds new ones without notice.
/// </summary>
internal static class ExecuteFlowRequestReader
{
    // Connect's limits for the block: at least a second, at most 60 in asynchronous mode.
    private const double MinCallerLimitSeconds = 1;
    private const double MaxCallerLimitSeconds = 60;
    private const int MaxRequestKeyLength = 256;

    public static (ExecuteFlowRequest? Request, Rejection? Rejection) Read(FunctionEvent received)
    {
        if (received.Json is not { } json)
        {
            return Reject("The event is not JSON.");
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return Reject("The event is not a JSON object.");
        }

        return json.TryGetProperty("Details", out var details) ? ReadConnectEvent(details) : ReadDirectForm(json);
    }

    private static (ExecuteFlowRequest? Request, Rejection? Rejection) ReadConnectEvent(JsonElement details)
    {
        if (details.ValueKind != JsonValueKind.Object)
        {
            return Reject("Details is not an object.");
        }

        if (!details.TryGetProperty("Parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Object)
        {
            return Reject("Details.Parameters is missing or not an object.");
        }

        if (!details.TryGetProperty("ContactData", out var contactData) || contactData.ValueKind != JsonValueKind.Object)
        {
            return Reject("Details.ContactData is missing or not an object.");
        }

        var contact = ContactReader.Read(contactData);
        var reader = new RequestParameters(parameters, "Details.Parameters.");
        if (!RunName.IsContactId(contact.ContactId))
        {
            reader.Problems.Add("Details.ContactData.ContactId must be 1 to 47 of A-Z a-z 0-9 -");
        }

        if (contact.InstanceArn.Length == 0)
        {
            reader.Problems.Add("Details.ContactData.InstanceARN is missing");
        }

        return ReadParameters(reader, contact);
    }

    private static (ExecuteFlowRequest? Request, Rejection? Rejection) ReadDirectForm(JsonElement json)
    {
        var reader = new RequestParameters(json, "");
        reader.Required("requestKey");
        return ReadParameters(reader, new ContactFacts(RunName.DirectContactId, "", "", "", "", "", ""));
    }

    private static (ExecuteFlowRequest? Request, Rejection? Rejection) ReadParameters(RequestParameters reader, ContactFacts contact)
    {
        var tenant = default(TenantId);
        if (reader.Required("tenantId") is { } tenantText && !TenantId.TryParse(tenantText, out tenant))
        {
            reader.Problems.Add($"tenantId must be {IdentifierRule.Description}");
        }

        var flow = default(FlowId);
        if (reader.Required("flowId") is { } flowText && !FlowId.TryParse(flowText, out flow))
        {
            reader.Problems.Add($"flowId must be {IdentifierRule.Description}");
        }

        var requestKey = reader.Optional("requestKey");
        if (requestKey?.Length > MaxRequestKeyLength)
        {
            reader.Problems.Add($"requestKey must have at most {MaxRequestKeyLength} characters");
        }

        var limit = reader.Seconds("callerLimitSeconds", MinCallerLimitSeconds, MaxCallerLimitSeconds, ExecuteFlowRequest.DefaultCallerLimit);
        var payload = reader.Payload();
        return reader.Problems.Count == 0
            ? (new ExecuteFlowRequest(tenant, flow, payload!.Value, contact, requestKey, limit), null)
            : Reject(string.Join("; ", reader.Problems.Distinct()) + ".");
    }

    private static (ExecuteFlowRequest?, Rejection?) Reject(string message) => (null, new Rejection(FlowErrorWords.InvalidRequest, message));
}
