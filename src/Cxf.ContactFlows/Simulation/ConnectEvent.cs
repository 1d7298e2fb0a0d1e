using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// The event that Amazon Connect sends to a function: every member that live events have, null where a voice call has none.
/// https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
/// </summary>
internal static class ConnectEvent
{
    public const string EndpointType = "TELEPHONE_NUMBER";

    /// <summary>The kind of a voice call: <c>$.SegmentAttributes['connect:Subtype']</c>.</summary>
    public const string Subtype = "connect:Telephony";

    public static string InstanceId(SimulatedContact contact) =>
        contact.InstanceArn[(contact.InstanceArn.LastIndexOf('/') + 1)..];

    /// <param name="contact">Who calls.</param>
    /// <param name="data">The contact's attributes.</param>
    /// <param name="parameters">Details.Parameters, an object.</param>
    public static ReadOnlyMemory<byte> Write(SimulatedContact contact, CallData data, JsonElement parameters) =>
        JsonOutput.Utf8(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("Name", "ContactFlowEvent");
            writer.WriteStartObject("Details");
            WriteContact(writer, contact, data);
            writer.WritePropertyName("Parameters");
            parameters.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static void WriteContact(Utf8JsonWriter writer, SimulatedContact contact, CallData data)
    {
        writer.WriteStartObject("ContactData");
        writer.WriteStartObject("Attributes");
        foreach (var (name, value) in data.Attributes)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteString("AwsRegion", contact.Region);
        writer.WriteString("Channel", contact.Channel);
        writer.WriteString("ContactId", contact.ContactId);
        WriteEndpoint(writer, "CustomerEndpoint", contact.CustomerAddress);
        writer.WriteNull("CustomerId");
        writer.WriteNull("Description");
        writer.WriteString("InitialContactId", contact.ContactId);
        writer.WriteString("InitiationMethod", contact.InitiationMethod);
        writer.WriteString("InstanceARN", contact.InstanceArn);
        writer.WriteString("LanguageCode", contact.LanguageCode);
        writer.WriteStartObject("MediaStreams");
        writer.WriteStartObject("Customer");
        writer.WriteNull("Audio");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteNull("Name");
        writer.WriteString("PreviousContactId", contact.PreviousContactId ?? contact.ContactId);
        WriteQueue(writer, data);
        writer.WriteStartObject("References");
        writer.WriteEndObject();
        writer.WriteNull("RelatedContactId");
        writer.WriteStartObject("SegmentAttributes");
        writer.WriteStartObject("connect:Subtype");
        writer.WriteString("ValueString", Subtype);
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteEndpoint(writer, "SystemEndpoint", contact.SystemAddress);
        writer.WriteStartObject("Tags");
        writer.WriteString("aws:connect:instanceId", InstanceId(contact));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteQueue(Utf8JsonWriter writer, CallData data)
    {
        if (data.QueueArn is not { } arn)
        {
            writer.WriteNull("Queue");
            return;
        }

        writer.WriteStartObject("Queue");
        writer.WriteString("ARN", arn);
        writer.WriteString("Name", data.QueueName);
        writer.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter writer, string name, string address)
    {
        writer.WriteStartObject(name);
        writer.WriteString("Address", address);
        writer.WriteString("Type", EndpointType);
        writer.WriteEndObject();
    }
}
