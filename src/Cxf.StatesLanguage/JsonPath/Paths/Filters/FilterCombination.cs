using System.Text.Json;
using Cxf.StatesLanguage.JsonPath.Choices;

namespace Cxf.StatesLanguage.JsonPath.Paths.Filters;

/// <summary><c>&amp;&amp;</c>, <c>||</c> and <c>!</c>.</summary>
internal sealed class FilterCombination(CombinationKind kind, IReadOnlyList<FilterCondition> conditions) : FilterCondition
{
    public override bool Holds(JsonElement element) => kind switch
    {
        CombinationKind.And => conditions.All(condition => condition.Holds(element)),
        CombinationKind.Or => conditions.Any(condition => condition.Holds(element)),
        _ => !conditions[0].Holds(element),
    };
}
