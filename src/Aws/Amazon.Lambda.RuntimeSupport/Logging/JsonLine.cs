using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// A log line for programs: Lambda's own members, then each argument under the name of its placeholder in the message.
/// </summary>
internal static class JsonLine
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Taken =
    [
        "timestamp",
        "level",
        "requestId",
        "traceId",
        "tenantId",
        "message",
        "errorType",
        "errorMessage",
        "stackTrace",
    ];

    public static ReadOnlyMemory<byte> Format(LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", entry.Time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", entry.Level.ToString());
            WriteIfSet(json, "requestId", entry.Context?.AwsRequestId);
            WriteIfSet(json, "traceId", entry.Context?.TraceId);
            WriteIfSet(json, "tenantId", entry.Context?.TenantId);
            json.WriteString("message", MessageTemplate.Fill(entry.Message, entry.Arguments!));
            WriteArguments(json, entry);
            if (entry.Exception is { } exception)
            {
                json.WriteString("errorType", exception.GetType().FullName);
                json.WriteString("errorMessage", exception.Message);
                json.WriteStartArray("stackTrace");
                foreach (var line in ErrorDocument.StackTrace(exception))
                {
                    json.WriteStringValue(line);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static void WriteArguments(Utf8JsonWriter json, LogEntry entry)
    {
        if (entry.Arguments.Length == 0)
        {
            return;
        }

        var names = new HashSet<string>(Taken);
        var next = 0;
        foreach (
            var part in MessageTemplate
                .Parse(entry.Message)
                .Where(part => part.IsPlace)
                .TakeWhile(_ => next < entry.Arguments.Length)
        )
        {
            var value = entry.Arguments[next++];
            // {0} has no name worth a member, and a member twice would not be JSON that everyone reads.
            if (!char.IsAsciiDigit(part.Name.FirstOrDefault('0')) && names.Add(part.Name))
            {
                json.WritePropertyName(part.Name);
                WriteValue(json, value, part.Format);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value, string? format)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number when format is null:
                json.WriteNumberValue(number);
                break;
            case long number when format is null:
                json.WriteNumberValue(number);
                break;
            case decimal number when format is null:
                json.WriteNumberValue(number);
                break;
            case double number when format is null && double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            default:
                json.WriteStringValue(MessageTemplate.Format(value, format!));
                break;
        }
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
