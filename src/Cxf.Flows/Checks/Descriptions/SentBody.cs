using System.Text;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>The body of a request that was sent.</summary>
/// <param name="Type">Its content type, in small letters and without parameters.</param>
/// <param name="Value">Its value: that of JSON, or a form as an object of texts; null for other types and for wrong JSON.</param>
/// <param name="IsEmpty">Whether the request has no body.</param>
public sealed record SentBody(string Type, JsonElement? Value, bool IsEmpty)
{
    /// <summary>No body.</summary>
    public static SentBody None { get; } = new("", null, true);

    /// <summary>Reads a body.</summary>
    /// <param name="contentType">The header Content-Type; null if it was not sent.</param>
    /// <param name="bytes">The bytes.</param>
    public static SentBody Read(string? contentType, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return None;
        }

        var type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return new SentBody(
            type,
            type == ApiBody.Form ? Form(bytes)
                : ApiBody.IsJson(type) ? Json(bytes)
                : null,
            false
        );
    }

    private static JsonElement? Json(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonElement.Parse(bytes.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A name that is there twice is a list.
    private static JsonElement Form(ReadOnlyMemory<byte> bytes)
    {
        var pairs = Encoding
            .UTF8.GetString(bytes.Span)
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Decode(pair[0]), Value: Decode(pair.ElementAtOrDefault(1) ?? "")));
        return JsonOutput.Element(json =>
        {
            json.WriteStartObject();
            foreach (
                var values in pairs
                    .GroupBy(pair => pair.Name, pair => pair.Value)
                    .Select(group => (group.Key, All: group.ToList()))
            )
            {
                json.WritePropertyName(values.Key);
                if (values.All is [var only])
                {
                    json.WriteStringValue(only);
                    continue;
                }

                json.WriteStartArray();
                values.All.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
