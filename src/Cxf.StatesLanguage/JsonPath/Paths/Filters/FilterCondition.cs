using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths.Filters;

/// <summary>A condition of a filter on one element.</summary>
internal abstract class FilterCondition
{
    public abstract bool Holds(JsonElement element);
}
