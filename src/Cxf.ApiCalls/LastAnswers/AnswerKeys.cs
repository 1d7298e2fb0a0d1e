using System.Security.Cryptography;
using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Requests;
using Cxf.Documents;

namespace Cxf.ApiCalls.LastAnswers;

/// <summary>
/// The keys of stored answers. A key contains everything that decides the answer, so an answer serves only the same request of
/// the same tenant through the unchanged connection and with the same secret. Only its hash is stored.
/// </summary>
internal static class AnswerKeys
{
    public static AnswerKey Of(ApiConnection connection, ApiCallRequest request, string secret)
    {
        var parts = JsonOutput.Utf8(writer => Write(writer, connection, request, secret), JsonOutput.Relaxed);
        return new AnswerKey(request.Tenant, request.Generation, Convert.ToHexStringLower(SHA256.HashData(parts.Span)));
    }

    private static void Write(Utf8JsonWriter writer, ApiConnection connection, ApiCallRequest request, string secret)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(request.Tenant.Value);
        writer.WriteNumberValue(request.Generation);
        writer.WriteStringValue(request.Connection.Value);
        writer.WriteStringValue(connection.Revision);
        writer.WriteStringValue(connection.BaseUrl.AbsoluteUri);
        writer.WriteStringValue(secret);
        writer.WriteStringValue(request.Method);
        writer.WriteStringValue(request.Path);
        WritePairs(
            writer,
            (request.PathValues ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        );
        WritePairs(writer, request.Query);
        WritePairs(writer, request.Headers);
        (request.Body ?? default).WriteOrNull(writer);
        writer.WriteStringValue(request.Paging?.ToString());
        writer.WriteStringValue(request.Select);
        writer.WriteBooleanValue(request.IgnoreBody);

        // Two steps that keep an answer for different times must not shorten each other's.
        writer.WriteNumberValue(request.Fallback!.MaxAge.TotalSeconds);
        WritePairs(
            writer,
            request.Fallback.Sensitive.Order(StringComparer.Ordinal).Select(name => KeyValuePair.Create(name, ""))
        );
        writer.WriteEndArray();
    }

    private static void WriteOrNull(this JsonElement value, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static void WritePairs(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        writer.WriteStartArray();
        foreach (var (name, value) in pairs)
        {
            writer.WriteStringValue(name);
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
