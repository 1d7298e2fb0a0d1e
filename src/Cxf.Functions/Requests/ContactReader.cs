using System.Text.Json;
using Cxf.Flows.Runs;

namespace Cxf.Functions.Requests;

/// <summary>
/// Reads the contact from <c>Details.ContactData</c>; whatever is absent, null or of another type reads as empty.
/// </summary>
internal static class ContactReader
{
    public static ContactFacts Read(JsonElement contactData) =>
        new(
            Text(contactData, "ContactId"),
            Text(contactData, "InstanceARN"),
            Text(contactData, "Channel"),
            Text(contactData, "LanguageCode"),
            Text(contactData, "InitiationMethod"),
            Address(contactData, "CustomerEndpoint"),
            Address(contactData, "SystemEndpoint")
        );

    // Null for chats, tasks and WebRTC calls.
    private static string Address(JsonElement contactData, string endpoint) =>
        contactData.TryGetProperty(endpoint, out var value) && value.ValueKind == JsonValueKind.Object
            ? Text(value, "Address")
            : "";

    private static string Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
