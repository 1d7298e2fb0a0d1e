using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// The event that Amazon Connect sends to a function: every member that live events have, null where a voice call has none.
/// https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
/// </summary>
internal static class ConnectEvent
{
    /// <summary>The type of both endpoints; null on a channel that has none.</summary>
    public static string? EndpointType(SimulatedContact contact) =>
        contact.Channel switch
        {
            "VOICE" => "TELEPHONE_NUMBER",
            "EMAIL" => "EMAIL_ADDRESS",
            _ => null,
        };

    /// <summary>The kind of the contact: <c>$.SegmentAttributes['connect:Subtype']</c>.</summary>
    public static string Subtype(SimulatedContact contact) =>
        contact.Channel switch
        {
            "CHAT" => "connect:Chat",
            "TASK" => "connect:Task",
            "EMAIL" => "connect:Email",
            _ => "connect:Telephony",
        };

    /// <summary>Who began the contact: <c>$.SegmentAttributes['connect:Direction']</c>.</summary>
    public static string Direction(SimulatedContact contact) =>
        contact.InitiationMethod is "OUTBOUND" or "EXTERNAL_OUTBOUND" or "CALLBACK" ? "OUTBOUND" : "INBOUND";

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
        WriteEndpoint(writer, "CustomerEndpoint", contact, contact.CustomerAddress);
        writer.WriteNull("CustomerId");
        writer.WriteNull("Description");
        writer.WriteString("InitialContactId", contact.ContactId);
        writer.WriteString("InitiationMethod", contact.InitiationMethod);
        writer.WriteString("InstanceARN", contact.InstanceArn);
        writer.WriteString("LanguageCode", contact.LanguageCode);
        writer.WriteStartObject("MediaStreams");
        writer.WriteStartObject("Customer");
        WriteAudio(writer, data.Stream);
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
        writer.WriteString("ValueString", Subtype(contact));
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteEndpoint(writer, "SystemEndpoint", contact, contact.SystemAddress);
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

    private static void WriteAudio(Utf8JsonWriter writer, MediaStream? stream)
    {
        if (stream is null)
        {
            writer.WriteNull("Audio");
            return;
        }

        writer.WriteStartObject("Audio");
        foreach (var name in MediaStream.Names)
        {
            writer.WriteString(name, stream.Find(name));
        }

        writer.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter writer, string name, SimulatedContact contact, string address)
    {
        if (EndpointType(contact) is not { } type)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("Address", address);
        writer.WriteString("Type", type);
        writer.WriteEndObject();
    }
}
