using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Several members at once, <c>['a','b']</c>: one object of those that are there.</summary>
internal sealed class NamesSegment(IReadOnlyList<string> names) : PathSegment
{
    public override bool IsDefinite => true;

    public override IEnumerable<JsonElement> Select(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [Merge(value)] : [];

    public override string Print() => $"[{string.Join(',', names.Select(static name => $"'{name}'"))}]";

    private JsonElement Merge(JsonElement value)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        foreach (var name in names)
        {
            if (value.TryGetProperty(name, out var member))
            {
                writer.Json.WritePropertyName(name);
                member.WriteTo(writer.Json);
            }
        }

        writer.Json.WriteEndObject();
        return writer.ToPayload().Tree;
    }
}
