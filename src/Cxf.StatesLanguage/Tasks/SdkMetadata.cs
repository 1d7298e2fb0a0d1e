using System.Globalization;
using System.Text.Json;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>The HTTP metadata that AWS adds to the result of an integration.</summary>
internal static class SdkMetadata
{
    public static void Write(
        Utf8JsonWriter json,
        TaskCall call,
        string contentType,
        int contentLength,
        List<KeyValuePair<string, string>> more
    )
    {
        List<KeyValuePair<string, string>> headers =
        [
            .. more,
            new("x-amzn-RequestId", call.RequestId),
            new("Content-Length", contentLength.ToString(CultureInfo.InvariantCulture)),
            new("Date", call.Now.ToString("R", CultureInfo.InvariantCulture)),
            new("Content-Type", contentType),
        ];

        json.WriteStartObject("SdkHttpMetadata");
        json.WriteStartObject("AllHttpHeaders");
        foreach (var (name, value) in headers)
        {
            json.WriteStartArray(name);
            json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject("HttpHeaders");
        foreach (var (name, value) in headers)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteNumber("HttpStatusCode", 200);
        json.WriteEndObject();

        json.WriteStartObject("SdkResponseMetadata");
        json.WriteString("RequestId", call.RequestId);
        json.WriteEndObject();
    }
}
