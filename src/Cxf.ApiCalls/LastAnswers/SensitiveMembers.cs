using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Documents;

namespace Cxf.ApiCalls.LastAnswers;

/// <summary>The members of answers that are never stored, at any depth; upper and lower case are the same.</summary>
internal sealed class SensitiveMembers(IReadOnlyList<string> names)
{
    /// <summary>
    /// Whether all of a body is in members. Nobody can say whether a text or a number that has no name is sensitive.
    /// </summary>
    public bool CanTell(JsonElement body) => names.Count == 0 || IsNamed(body);

    /// <summary>A body without them.</summary>
    public JsonElement RemoveFrom(JsonElement body) =>
        names.Count > 0 ? JsonOutput.Element(writer => Write(writer, body), ApiCallAnswer.WriterOptions) : body;

    /// <summary>Headers without them.</summary>
    public Dictionary<string, string> RemoveFrom(IReadOnlyDictionary<string, string> headers) =>
        headers.Where(header => !Contains(header.Key)).ToDictionary(header => header.Key, header => header.Value);

    private void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().Where(member => !Contains(member.Name)))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private bool Contains(string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsNamed(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String or JsonValueKind.Number => false,
            JsonValueKind.Array => value.EnumerateArray().All(IsNamed),
            _ => true,
        };
}
