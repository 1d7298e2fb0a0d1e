using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Differences;

/// <summary>A step of a document with its location.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Scope">The bodies around it, from the outermost: <c>parallel_1/crm</c>; empty in the flow itself.</param>
/// <param name="Own">The step without the steps in it, which are steps of their own.</param>
internal sealed record LocatedStep(string Label, string Scope, JsonElement Own)
{
    /// <summary>Its location, as words that follow others.</summary>
    public string Where => Scope.Length == 0 ? "" : $" in {Scope}";

    /// <summary>What kind of step it is.</summary>
    public string Kind => Text("kind");

    /// <summary>Every step of a document, by label.</summary>
    public static Dictionary<string, LocatedStep> AllIn(JsonElement flow)
    {
        var steps = new Dictionary<string, LocatedStep>();
        Add(flow, "", steps);
        return steps;
    }

    /// <summary>A text of the step; empty where it has none of that name.</summary>
    public string Text(string name) =>
        Own.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <inheritdoc />
    public override string ToString()
    {
        var kind = Kind;
        var description = Text("description");
        return $"{Label} ({kind}{(description.Length == 0 ? "" : $": {description}")})";
    }

    private static void Add(JsonElement body, string scope, Dictionary<string, LocatedStep> steps)
    {
        if (
            body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("steps", out var members)
            || members.ValueKind != JsonValueKind.Object
        )
        {
            return;
        }

        foreach (var member in members.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object))
        {
            var inner = scope.Length == 0 ? member.Name : $"{scope}/{member.Name}";
            steps[member.Name] = new LocatedStep(member.Name, scope, Shallow(member.Value));
            Add(member.Value, inner, steps);
            foreach (
                var branch in member.Value.TryGetProperty("branches", out var branches)
                && branches.ValueKind == JsonValueKind.Object
                    ? branches.EnumerateObject()
                    : default
            )
            {
                Add(branch.Value, $"{inner}/{branch.Name}", steps);
            }
        }
    }

    // Member by member, because a document with mistakes can have two members of one name.
    private static JsonElement Shallow(JsonElement step) =>
        JsonOutput.Element(
            json =>
            {
                json.WriteStartObject();
                foreach (var member in OwnMembers(step))
                {
                    json.WritePropertyName(member.Name);
                    if (member.Name == "branches" && member.Value.ValueKind == JsonValueKind.Object)
                    {
                        WriteBranches(json, member.Value);
                    }
                    else
                    {
                        member.Value.WriteTo(json);
                    }
                }

                json.WriteEndObject();
            },
            JsonOutput.Relaxed
        );

    private static void WriteBranches(Utf8JsonWriter json, JsonElement branches)
    {
        json.WriteStartObject();
        foreach (var branch in branches.EnumerateObject().DistinctBy(branch => branch.Name))
        {
            json.WritePropertyName(branch.Name);
            if (branch.Value.ValueKind != JsonValueKind.Object)
            {
                branch.Value.WriteTo(json);
                continue;
            }

            json.WriteStartObject();
            foreach (var member in OwnMembers(branch.Value))
            {
                member.WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<JsonProperty> OwnMembers(JsonElement holder) =>
        holder.EnumerateObject().Where(member => member.Name != "steps").DistinctBy(member => member.Name);
}
