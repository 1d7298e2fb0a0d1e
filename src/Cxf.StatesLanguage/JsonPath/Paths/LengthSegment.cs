using System.Globalization;
using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>The function <c>length()</c> at the end of a path: how many elements or members there are.</summary>
internal sealed class LengthSegment : PathSegment
{
    public override bool IsDefinite => true;

    public override IEnumerable<JsonElement> Select(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [Number(value.GetArrayLength())],
        JsonValueKind.Object => [Number(value.GetPropertyCount())],
        _ => [],
    };

    public override string Print() => ".length()";

    private static JsonElement Number(int value) => JsonElement.Parse(value.ToString(CultureInfo.InvariantCulture));
}
