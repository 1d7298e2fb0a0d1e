using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>The value itself and everything below it, for <c>..</c>; the next step selects among these.</summary>
internal sealed class DescendantSegment : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value)
    {
        yield return value;
        foreach (var child in WildcardSegment.Children(value))
        {
            foreach (var descendant in Select(child))
            {
                yield return descendant;
            }
        }
    }

    public override string Print() => "..";
}
