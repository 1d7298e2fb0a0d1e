using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>A parsed path.</summary>
internal sealed class JsonPathExpression(
    string text, PathRoot root, string? variable, IReadOnlyList<PathSegment> segments)
    : IJsonPathValue
{
    public string Text { get; } = text;

    public PathRoot Root { get; } = root;

    public IReadOnlyList<PathSegment> Segments { get; } = segments;

    /// <summary>Whether the path selects at most one value. Others give arrays, empty ones where nothing matches
    /// (recorded).</summary>
    public bool IsDefinite { get; } = segments.All(static segment => segment.IsDefinite);

    /// <summary>Whether the path is <c>$</c> alone.</summary>
    public bool IsRoot => Root == PathRoot.Input && Segments.Count == 0;

    /// <summary>What the path selects, or null where a definite path leads nowhere.</summary>
    public JsonElement? Find(StateRun run, JsonElement data)
    {
        JsonElement value;
        if (Root == PathRoot.Input)
        {
            value = data;
        }
        else if (Root == PathRoot.Context)
        {
            value = run.Context.Tree;
        }
        else if (run.Branch.Scope.TryGet(variable!, out var assigned))
        {
            value = assigned.Tree;
        }
        else
        {
            return null;
        }

        if (!IsDefinite)
        {
            var selected = Segments.Aggregate(
                (IEnumerable<JsonElement>)[value], static (values, segment) => values.SelectMany(segment.Select));
            return JsonArrays.Of(selected);
        }

        foreach (var segment in Segments)
        {
            var found = false;
            foreach (var next in segment.Select(value))
            {
                value = next;
                found = true;
            }

            if (!found)
            {
                return null;
            }
        }

        return value;
    }

    public JsonElement Evaluate(StateRun run, JsonElement data, string field) =>
        Find(run, data) ?? throw run.RuntimeError(
            $"The JSONPath '{Text}' specified for the field '{field}' could not be found in the input '{JsonKinds.Compact(data)}'");

    /// <summary>The value, in the words of AWS's path library where there is none.</summary>
    public JsonElement Require(StateRun run, JsonElement data) =>
        Find(run, data) ?? throw run.RuntimeError($"Invalid path '{Text}' : {Missing(data)}");

    private string Missing(JsonElement value)
    {
        var place = new StringBuilder("$");
        for (var index = 0; index < Segments.Count; index++)
        {
            place.Append(Segments[index].Print());
            var next = Segments[index].Select(value).Take(1).ToList();
            if (next.Count == 0)
            {
                return index < Segments.Count - 1 ? $"Missing property in path {place}" : $"No results for path: {place}";
            }

            value = next[0];
        }

        return $"No results for path: {place}";
    }
}
