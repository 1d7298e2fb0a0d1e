using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>A member by name.</summary>
internal sealed class NameSegment(string name) : PathSegment
{
    public string Name { get; } = name;

    public override bool IsDefinite => true;

    public override IEnumerable<JsonElement> Select(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Name, out var member))
        {
            yield return member;
        }
    }

    public override string Print() => $"['{Name}']";
}
