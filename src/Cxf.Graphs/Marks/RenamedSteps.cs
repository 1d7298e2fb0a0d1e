using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;

namespace Cxf.Graphs.Marks;

/// <summary>
/// Finds steps that only have another label in the new version. Without this, a rename would look like a step that is gone, a new
/// one, and a change of every step that refers to it.
/// </summary>
internal static class RenamedSteps
{
    private static readonly string[] ToSteps = ["next", "otherwise", "start", "undo"];
    private static readonly string[] ByLabel = ["steps", "answers", "requests"];
    private static readonly string[] NotContent = [.. ToSteps, "onError", "steps", "branches", "position"];

    /// <summary>The new labels by the old ones.</summary>
    public static IReadOnlyDictionary<string, string> Between(JsonSource from, JsonSource to)
    {
        var (before, after) = (FlowGraphReader.Read(from).ByLabel(), FlowGraphReader.Read(to).ByLabel());
        var renamed = new Dictionary<string, string>();
        var added = after.Values.Where(node => !before.ContainsKey(node.Label)).ToList();
        foreach (var old in before.Values.Where(node => !after.ContainsKey(node.Label)))
        {
            var content = Content(from, old, old.Label);
            var scope = JsonPointer.Parent(old.Pointer);
            if (
                added.Find(node => JsonPointer.Parent(node.Pointer) == scope && Content(to, node, old.Label) == content) is
                { } found
            )
            {
                renamed[old.Label] = found.Label;
                added.Remove(found);
            }
        }

        return renamed;
    }

    /// <summary>A document with other labels: of its steps, and wherever they are named.</summary>
    public static JsonSource Rename(JsonSource source, IReadOnlyDictionary<string, string> labels) =>
        labels.Count == 0 ? source : JsonSource.Parse(Rename(source.Root, "", labels)!.ToJsonString());

    /// <summary>What a step does, apart from where it leads; its own label in expressions is replaced by another.</summary>
    private static string Content(JsonSource source, GraphNode node, string label)
    {
        var step = source.Root.At(node.Pointer);
        var labels = new Dictionary<string, string> { [node.Label] = label };
        var members = step.DistinctMembers()
            .Where(member => !NotContent.Contains(member.Name))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member =>
                member.Name == "choices"
                    ? string.Join('\n', member.Value.Items().Select(choice => choice.Get("when").Written()))
                    : $"{member.Name} {Rename(member.Value, "", labels)?.ToJsonString()}"
            );
        return string.Join('\n', members);
    }

    // Member by member, because a document with mistakes can have two members of one name.
    private static JsonNode? Rename(JsonElement json, string name, IReadOnlyDictionary<string, string> labels)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = json.DistinctMembers()
                    .Select(member =>
                        KeyValuePair.Create(
                            ByLabel.Contains(name) ? labels.GetValueOrDefault(member.Name, member.Name) : member.Name,
                            Rename(member.Value, name == "onError" ? "next" : member.Name, labels)
                        )
                    );
                return new JsonObject(members.DistinctBy(member => member.Key));
            case JsonValueKind.Array:
                return new JsonArray([.. json.Items().Select(item => Rename(item, name == "path" ? "next" : "", labels))]);
            case JsonValueKind.String:
                var text = json.GetString()!;
                return ToSteps.Contains(name) && labels.TryGetValue(text, out var label) ? label : RenameIn(text, labels);
            default:
                return JsonNode.Parse(json.GetRawText());
        }
    }

    private static string RenameIn(string text, IReadOnlyDictionary<string, string> labels) =>
        labels.Aggregate(
            text,
            (changed, label) => Regex.Replace(changed, $@"\${Regex.Escape(label.Key)}(?![A-Za-z0-9_])", "$$" + label.Value)
        );
}
