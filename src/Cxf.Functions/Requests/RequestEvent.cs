using System.Text.Json;
using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.Requests;

/// <summary>
/// Opens an event: Connect's (<c>Details.ContactData</c> and <c>Details.Parameters</c>) or the direct form of CX Fabric's
/// Execute Flow API (<c>{tenantId, flowId, …}</c>). Members it does not know are let through: Connect adds new ones without
/// notice.
/// </summary>
internal static class RequestEvent
{
    private static readonly ContactFacts NoContact = new(RunName.DirectContactId, "", "", "", "", "", "");

    /// <summary>The event's parameters with the contact that sends them, or why it has none.</summary>
    public static (RequestParameters? Parameters, Rejection? Rejection) Open(FunctionEvent received)
    {
        if (received.Json is not { } json)
        {
            return Reject("The event is not JSON, or contains text that is not Unicode.");
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return Reject("The event is not a JSON object.");
        }

        return json.TryGetProperty("Details", out var details)
            ? OpenConnectEvent(details)
            : (new RequestParameters(json, "", NoContact), null);
    }

    /// <summary>The contact that an event is about; empty when the event does not say.</summary>
    public static string ContactIdOf(FunctionEvent received) => Open(received).Parameters?.Contact.ContactId ?? "";

    public static Rejection Invalid(string message) => new(FlowErrorCodes.InvalidRequest, message);

    private static (RequestParameters? Parameters, Rejection? Rejection) OpenConnectEvent(JsonElement details)
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

        var opened = new RequestParameters(parameters, "Details.Parameters.", ContactReader.Read(contactData));

        // "direct" is the contact ID of requests without a contact, so no contact can have it.
        if (!RunName.IsContactId(opened.Contact.ContactId) || opened.Contact.ContactId == RunName.DirectContactId)
        {
            opened.Problems.Add("Details.ContactData.ContactId must be 1 to 47 of A-Z a-z 0-9 -");
        }

        if (opened.Contact.InstanceArn.Length == 0)
        {
            opened.Problems.Add("Details.ContactData.InstanceARN is missing");
        }

        return (opened, null);
    }

    private static (RequestParameters?, Rejection?) Reject(string message) => (null, Invalid(message));
}
