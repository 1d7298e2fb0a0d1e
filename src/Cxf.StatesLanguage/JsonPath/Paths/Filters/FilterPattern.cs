using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.JsonPath.Paths.Filters;

/// <summary><c>=~ /pattern/i</c>: the whole text, or the number's text, matches.</summary>
internal sealed class FilterPattern(FilterOperand operand, Regex pattern) : FilterCondition
{
    public override bool Holds(JsonElement element) => operand.Of(element) is { } found && found.ValueKind switch
    {
        JsonValueKind.String => pattern.IsMatch(found.GetString()!),
        JsonValueKind.Number => pattern.IsMatch(found.GetRawText()),
        _ => false,
    };
}
