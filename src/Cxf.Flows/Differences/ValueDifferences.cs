using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Differences;

/// <summary>Where two JSON values differ: at the innermost members that both have or that one lacks.</summary>
internal static class ValueDifferences
{
    /// <summary>The differences between two values.</summary>
    public static IEnumerable<ValueDifference> Between(JsonElement before, JsonElement after) => Between("", before, after);

    /// <summary>The differences between the members of two objects; one that is absent is an empty one.</summary>
    public static IEnumerable<ValueDifference> Members(JsonElement before, JsonElement after) => Members("", before, after);

    private static IEnumerable<ValueDifference> Between(string path, JsonElement before, JsonElement after) =>
        (before.ValueKind, after.ValueKind) switch
        {
            (JsonValueKind.Undefined, JsonValueKind.Undefined) => [],
            (JsonValueKind.Undefined, _) => [new(DifferenceKind.Added, path, before, after)],
            (_, JsonValueKind.Undefined) => [new(DifferenceKind.Removed, path, before, after)],
            (JsonValueKind.Object, JsonValueKind.Object) => Members(path, before, after),
            (JsonValueKind.Array, JsonValueKind.Array) when before.GetArrayLength() == after.GetArrayLength() => before
                .EnumerateArray()
                .Zip(after.EnumerateArray())
                .SelectMany((pair, index) => Between($"{path}[{index}]", pair.First, pair.Second)),
            _ => JsonElement.DeepEquals(before, after) ? [] : [new(DifferenceKind.Changed, path, before, after)],
        };

    private static IEnumerable<ValueDifference> Members(string path, JsonElement before, JsonElement after)
    {
        foreach (var name in Names(before).Union(Names(after)))
        {
            foreach (var difference in Between(path.Length == 0 ? name : $"{path}.{name}", before.Get(name), after.Get(name)))
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(member => member.Name) : [];
}
