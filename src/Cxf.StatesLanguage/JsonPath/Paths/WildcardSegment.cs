using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>All members or elements.</summary>
internal sealed class WildcardSegment : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value) => Children(value);

    public override string Print() => "[*]";

    public static IEnumerable<JsonElement> Children(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => value.EnumerateObject().Select(static member => member.Value),
        _ => [],
    };
}
