using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths.Filters;

/// <summary>Whether a path leads somewhere, <c>[?(@.a)]</c>.</summary>
internal sealed class FilterExistence(FilterOperand operand) : FilterCondition
{
    public override bool Holds(JsonElement element) => operand.Of(element) is not null;
}
