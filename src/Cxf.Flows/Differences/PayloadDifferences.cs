using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Differences;

/// <summary>What changes in a flow's contract for its payload, said from the caller's side.</summary>
internal static class PayloadDifferences
{
    public static IEnumerable<FlowDifference> Between(JsonElement before, JsonElement after)
    {
        var (had, has) = (before.Get("input"), after.Get("input"));
        var (fieldsBefore, fieldsAfter) = (Fields(had), Fields(has));
        var (requiredBefore, requiredAfter) = (Required(had), Required(has));
        foreach (var name in fieldsAfter.Keys.Except(fieldsBefore.Keys))
        {
            var must = requiredAfter.Contains(name) ? "must have" : "can have";
            yield return new(
                DifferenceKind.Added,
                "payload",
                name,
                $"The payload {must} a new field {name}{TypeOf(fieldsAfter[name])}."
            );
        }

        foreach (var name in fieldsBefore.Keys.Except(fieldsAfter.Keys))
        {
            yield return new(DifferenceKind.Removed, "payload", name, $"The payload's field {name} is not asked for any more.");
        }

        foreach (var name in fieldsAfter.Keys.Intersect(fieldsBefore.Keys))
        {
            if (requiredBefore.Contains(name) != requiredAfter.Contains(name))
            {
                yield return new(
                    DifferenceKind.Changed,
                    "payload",
                    name,
                    $"The payload's field {name} {(requiredAfter.Contains(name) ? "must be there now" : "may be absent now")}."
                );
            }

            foreach (var change in ValueDifferences.Between(fieldsBefore[name], fieldsAfter[name]))
            {
                yield return new(DifferenceKind.Changed, "payload", name, $"The payload's field {name}: {change}.");
            }
        }

        foreach (
            var change in ValueDifferences
                .Members(had, has)
                .Where(change => change.Path.Split('.', '[')[0] is not ("properties" or "required"))
        )
        {
            yield return new(change.Kind, "payload", change.Path, $"The payload's {change}.");
        }
    }

    private static string TypeOf(JsonElement schema) =>
        schema.Get("type") is { ValueKind: JsonValueKind.String } type ? $" ({type.GetString()})" : "";

    private static Dictionary<string, JsonElement> Fields(JsonElement schema) =>
        schema.Get("properties") is { ValueKind: JsonValueKind.Object } fields
            ? fields.EnumerateObject().ToDictionary(field => field.Name, field => field.Value)
            : [];

    private static HashSet<string> Required(JsonElement schema) =>
        schema.Get("required") is { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Select(name => name.ToString())]
            : [];
}
