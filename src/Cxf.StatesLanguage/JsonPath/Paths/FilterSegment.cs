using System.Text.Json;
using Cxf.StatesLanguage.JsonPath.Paths.Filters;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Elements for which a condition holds, <c>[?(@.status == 0 &amp;&amp; @.name =~ /a.*/i)]</c>.</summary>
internal sealed class FilterSegment(FilterCondition condition) : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value) => WildcardSegment.Children(value).Where(condition.Holds);

    public override string Print() => "[?]";
}
