using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Schema;

namespace Cxf.Flows.Editing;

/// <summary>
/// New steps. What only the author can know is empty, so that the check says what is missing; nothing is made up that would run.
/// </summary>
internal static class StepTemplate
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Orders = StepSchemas.All.ToDictionary(
        step => step.Kind,
        step => (IReadOnlyList<string>)[.. step.Schema["properties"]!.AsObject().Select(member => member.Key)]
    );

    /// <summary>The kinds of steps.</summary>
    public static IReadOnlyCollection<string> Kinds => Orders.Keys;

    /// <summary>The members of a kind in their usual order.</summary>
    public static IReadOnlyList<string> OrderOf(string kind) => Orders.GetValueOrDefault(kind) ?? [];

    /// <summary>A new step.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="next">The label of what follows; null if it ends a body.</param>
    /// <param name="labelOf">A new label for a step inside it, by its kind.</param>
    public static JsonElement Of(string kind, string? next, Func<string, string> labelOf) =>
        JsonOutput.Element(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            switch (kind)
            {
                case "restApi":
                    WriteCall(writer);
                    break;
                case "decision":
                    writer.WriteStartArray("choices");
                    writer.WriteStartObject();
                    writer.WriteString("when", "{%  %}");
                    writer.WriteString("next", next ?? "");
                    writer.WriteEndObject();
                    writer.WriteEndArray();
                    writer.WriteString("otherwise", next ?? "");
                    break;
                case "transform":
                    writer.WriteStartObject("assign");
                    writer.WriteEndObject();
                    break;
                case "wait":
                    writer.WriteNumber("seconds", 1);
                    break;
                case "parallel":
                    writer.WriteStartObject("branches");
                    foreach (var branch in (string[])["first", "second"])
                    {
                        writer.WriteStartObject(branch);
                        WriteBody(writer, labelOf);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndObject();
                    break;
                case "forEach":
                    writer.WriteString("items", "{%  %}");
                    writer.WriteNumber("atMost", 10);
                    WriteBody(writer, labelOf);
                    break;
                case "runFlow":
                    writer.WriteString("flowId", "");
                    break;
                default:
                    writer.WriteString("message", "");
                    break;
            }

            if (next is not null && kind is not ("decision" or "respond" or "fail"))
            {
                writer.WriteString("next", next);
            }

            writer.WriteEndObject();
        });

    /// <summary>A new branch with a call.</summary>
    public static JsonElement Branch(Func<string, string> labelOf) =>
        JsonOutput.Element(writer =>
        {
            writer.WriteStartObject();
            WriteBody(writer, labelOf);
            writer.WriteEndObject();
        });

    private static void WriteCall(Utf8JsonWriter writer)
    {
        writer.WriteString("connection", "");
        writer.WriteString("method", "GET");
        writer.WriteString("path", "/");
    }

    private static void WriteBody(Utf8JsonWriter writer, Func<string, string> labelOf)
    {
        var label = labelOf("restApi");
        writer.WriteString("start", label);
        writer.WriteStartObject("steps");
        writer.WriteStartObject(label);
        writer.WriteString("kind", "restApi");
        WriteCall(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
