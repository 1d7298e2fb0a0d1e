using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Graphs.Reading;

/// <summary>Values of a document as a picture shows them.</summary>
internal static class ShownJson
{
    /// <summary>The members of an object; of two with one name, the first. None for other values.</summary>
    public static IEnumerable<JsonProperty> DistinctMembers(this JsonElement json) =>
        json.Members().DistinctBy(member => member.Name);

    /// <summary>
    /// A value as its author wrote it, in one line: text without its quotes, an expression without its marks; empty if missing.
    /// </summary>
    public static string Written(this JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined)
        {
            return "";
        }

        var text = json.AsText();
        text = text.StartsWith("{%") && text.EndsWith("%}") && text.Length >= 4 ? text[2..^2] : text;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
