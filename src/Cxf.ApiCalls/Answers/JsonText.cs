using System.Buffers;
using System.Text.Json;

namespace Cxf.ApiCalls.Answers;

/// <summary>A text as a JSON value.</summary>
internal static class JsonText
{
    public static JsonElement Of(string text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 2);
        using (var writer = new Utf8JsonWriter(bytes, ApiCallAnswer.WriterOptions))
        {
            writer.WriteStringValue(text);
        }

        return JsonElement.Parse(bytes.WrittenSpan);
    }
}
