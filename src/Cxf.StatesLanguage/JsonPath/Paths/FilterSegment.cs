using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Elements for which a comparison holds, <c>[?(@.status == 0)]</c>; without an operator, those that have the
/// member.</summary>
internal sealed class FilterSegment(IReadOnlyList<PathSegment> path, string? comparison, JsonElement operand) : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value) => WildcardSegment.Children(value).Where(Holds);

    public override string Print() => "[?]";

    private bool Holds(JsonElement element)
    {
        var found = path.Aggregate((IEnumerable<JsonElement>)[element], static (values, step) => values.SelectMany(step.Select)).Take(1).ToList();
        if (found.Count == 0)
        {
            return false;
        }

        var order = Compare(found[0]);
        return comparison switch
        {
            null => true,
            "==" => JsonElement.DeepEquals(found[0], operand),
            "!=" => !JsonElement.DeepEquals(found[0], operand),
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    private int? Compare(JsonElement value) => (value.ValueKind, operand.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => value.GetDouble().CompareTo(operand.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(value.GetString(), operand.GetString()),
        _ => null,
    };
}
