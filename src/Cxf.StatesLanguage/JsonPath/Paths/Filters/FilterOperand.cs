using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths.Filters;

/// <summary>A side of a filter's comparison: a path from the element, <c>@.a.b</c>, or a constant.</summary>
internal sealed class FilterOperand(IReadOnlyList<PathSegment>? path, JsonElement constant)
{
    /// <summary>The value; null where the path leads nowhere.</summary>
    public JsonElement? Of(JsonElement element)
    {
        if (path is null)
        {
            return constant;
        }

        foreach (var found in path.Aggregate(
            (IEnumerable<JsonElement>)[element], static (values, step) => values.SelectMany(step.Select)))
        {
            return found;
        }

        return null;
    }
}
