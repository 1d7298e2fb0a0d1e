using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Local.ConnectExport;

/// <summary>JSON that a person can read and compare: a value that fits one line is written in one line.</summary>
internal static class CompactJson
{
    private const int LineLength = 120;
    private const int Indent = 2;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth, int column)
    {
        var line = Line(node);
        if (column + line.Length <= LineLength || node is JsonValue or null)
        {
            text.Append(line);
            return;
        }

        var isObject = node is JsonObject;
        var items = node is JsonObject members
            ? members.Select(member => (Name: Text(member.Key) + ": ", member.Value))
            : node.AsArray().Select(item => (Name: "", Value: item));
        text.Append(isObject ? "{\n" : "[\n");
        var separator = "";
        foreach (var (name, value) in items)
        {
            text.Append(separator).Append(' ', (depth + 1) * Indent).Append(name);
            Write(text, value, depth + 1, ((depth + 1) * Indent) + name.Length);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', depth * Indent).Append(isObject ? '}' : ']');
    }

    private static string Line(JsonNode? node) =>
        node switch
        {
            JsonObject { Count: 0 } => "{}",
            JsonObject members => "{ "
                + string.Join(", ", members.Select(member => $"{Text(member.Key)}: {Line(member.Value)}"))
                + " }",
            JsonArray items => "[" + string.Join(", ", items.Select(Line)) + "]",
            null => "null",
            _ => node.ToJsonString(Relaxed),
        };

    private static string Text(string name) => JsonValue.Create(name).ToJsonString(Relaxed);
}
