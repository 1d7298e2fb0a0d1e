using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Parameters as a step gives them.</summary>
/// <param name="Place">Where they are in the request; null for all of an operation.</param>
/// <param name="Value">Their values by name; null if none are given.</param>
/// <param name="Member">The member of the step that holds them.</param>
internal sealed record GivenParameters(ApiParameterPlace? Place, FlowValue? Value, string Member)
{
    /// <summary>Where they are, in words.</summary>
    public string Words => Place == ApiParameterPlace.Header ? "the headers" : "the query";

    /// <summary>Those of an operation that are given here.</summary>
    public IEnumerable<ApiParameter> Of(ApiOperation operation) =>
        operation.Parameters.Where(parameter => Place is null || parameter.Place == Place);

    /// <summary>The one that a name gives; null if the operation has no such parameter.</summary>
    public ApiParameter? Find(ApiOperation operation, string name) =>
        Place is null ? operation.Parameter(name) : Of(operation).FirstOrDefault(parameter => IsNamed(name, parameter.Name));

    /// <summary>Whether a name is that of a parameter: the names of headers do not depend on case.</summary>
    public bool IsNamed(string name, string parameter) =>
        name.Equals(parameter, Place == ApiParameterPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
