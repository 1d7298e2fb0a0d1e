using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Documents;

namespace Cxf.ApiCalls.LastAnswers;

/// <summary>An answer as the text that is stored: without sensitive members, and not larger than an item of the store should be.</summary>
internal static class AnswerText
{
    /// <summary>The maximum size in bytes. A larger answer is not stored: writing one item costs by the kilobyte.</summary>
    public const int MaxBytes = 32_768;

    /// <summary>The text; null where the answer cannot be stored.</summary>
    public static string? Write(ApiCallAnswer answer, IReadOnlyList<string> sensitive)
    {
        // Of a body without members, nobody can say which part is sensitive.
        if (sensitive.Count > 0 && answer.Body.ValueKind is (JsonValueKind.String or JsonValueKind.Number))
        {
            return null;
        }

        var text = JsonOutput.Text(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("status", answer.Status);
                writer.WriteStartObject("headers");
                foreach (var (name, value) in answer.Headers.Where(header => !IsSensitive(header.Key, sensitive)))
                {
                    writer.WriteString(name, value);
                }

                writer.WriteEndObject();
                writer.WritePropertyName("body");
                WriteBody(writer, answer.Body, sensitive);
                writer.WriteEndObject();
            },
            ApiCallAnswer.WriterOptions
        );
        return Encoding.UTF8.GetByteCount(text) <= MaxBytes ? text : null;
    }

    /// <summary>The stored answer; null where the text is not one.</summary>
    public static ApiCallAnswer? Read(string text)
    {
        try
        {
            var root = JsonElement.Parse(text);
            return new ApiCallAnswer(
                root.GetProperty("status").GetInt32(),
                root.GetProperty("headers")
                    .EnumerateObject()
                    .ToDictionary(header => header.Name, header => header.Value.GetString()!),
                root.GetProperty("body"),
                0,
                TimeSpan.Zero
            );
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void WriteBody(Utf8JsonWriter writer, JsonElement value, IReadOnlyList<string> sensitive)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when sensitive.Count > 0:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().Where(member => !IsSensitive(member.Name, sensitive)))
                {
                    writer.WritePropertyName(member.Name);
                    WriteBody(writer, member.Value, sensitive);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array when sensitive.Count > 0:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteBody(writer, item, sensitive);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool IsSensitive(string name, IReadOnlyList<string> sensitive) =>
        sensitive.Contains(name, StringComparer.OrdinalIgnoreCase);
}
