using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>One step of a path: what it selects below a value.</summary>
internal abstract class PathSegment
{
    /// <summary>Whether the step selects at most one value.</summary>
    public abstract bool IsDefinite { get; }

    public abstract IEnumerable<JsonElement> Select(JsonElement value);

    /// <summary>The step in the notation of the causes: <c>['name']</c>, <c>[0]</c>.</summary>
    public abstract string Print();
}
