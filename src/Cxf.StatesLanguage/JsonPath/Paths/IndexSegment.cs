using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Elements by index; a negative one counts from the end.</summary>
internal sealed class IndexSegment(IReadOnlyList<int> indexes) : PathSegment
{
    public IReadOnlyList<int> Indexes { get; } = indexes;

    public override bool IsDefinite => Indexes.Count == 1;

    public override IEnumerable<JsonElement> Select(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var length = value.GetArrayLength();
        foreach (var index in Indexes)
        {
            var place = index < 0 ? length + index : index;
            if (place >= 0 && place < length)
            {
                yield return value[place];
            }
        }
    }

    public override string Print() => $"[{string.Join(',', Indexes)}]";
}
