using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>A range of elements, <c>[from:to]</c>.</summary>
internal sealed class SliceSegment(int? from, int? to) : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var length = value.GetArrayLength();
        var end = Place(to ?? length, length);
        for (var index = Place(from ?? 0, length); index < end; index++)
        {
            yield return value[index];
        }
    }

    public override string Print() => $"[{from}:{to}]";

    private static int Place(int index, int length) => Math.Clamp(index < 0 ? length + index : index, 0, length);
}
