using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Runs;

/// <summary>
/// The input of a run: <c>{"contact": {…}, "payload": {…}, "receivedHash": …}</c>. Byte for byte the same over Connect's retries:
/// no time, no request id, no attempt. The contact's numbers enter only where the flow declares that it uses them.
/// </summary>
public static class ExecutionInput
{
    /// <summary>
    /// The member by which two requests under one run's name are told apart: the hash of the payload as it was received. The
    /// payload beside it has been converted by the contract of the version that was live, so that two versions can make two of
    /// the same one. A flow that starts another one hashes the payload that it gives.
    /// </summary>
    public const string ReceivedHash = "receivedHash";

    /// <summary>The input of one run, as JSON.</summary>
    /// <param name="contact">What is known of the contact.</param>
    /// <param name="payload">The payload with its contract's conversions.</param>
    /// <param name="fields">Which numbers of the contact the flow declares.</param>
    /// <param name="receivedHash">The hash of the payload as received; null for a run that no caller asks for.</param>
    public static string Write(
        ContactFacts contact,
        JsonElement payload,
        IReadOnlyList<ContactField> fields,
        string? receivedHash = null
    ) =>
        JsonOutput.Text(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("contact");
                writer.WriteString("contactId", contact.ContactId);
                writer.WriteString("instanceArn", contact.InstanceArn);
                writer.WriteString("channel", contact.Channel);
                writer.WriteString("languageCode", contact.LanguageCode);
                writer.WriteString("initiationMethod", contact.InitiationMethod);
                if (fields.Contains(ContactField.CustomerNumber))
                {
                    writer.WriteString("customerNumber", contact.CustomerNumber);
                }

                if (fields.Contains(ContactField.SystemNumber))
                {
                    writer.WriteString("systemNumber", contact.SystemNumber);
                }

                writer.WriteEndObject();
                writer.WritePropertyName("payload");
                payload.WriteTo(writer);
                if (receivedHash is not null)
                {
                    writer.WriteString(ReceivedHash, receivedHash);
                }

                writer.WriteEndObject();
            },
            JsonOutput.Relaxed
        );
}
