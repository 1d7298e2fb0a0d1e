using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>Where a parameter of a request is.</summary>
public enum ApiParameterPlace
{
    /// <summary>A part of the path.</summary>
    Path,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it is.</param>
/// <param name="IsRequired">Whether each request must have it.</param>
/// <param name="Schema">What its value must look like.</param>
public sealed record ApiParameter(string Name, ApiParameterPlace Place, bool IsRequired, ApiSchema Schema)
{
    /// <summary>How the description says that a list is written if a call would write it in another way; else null.</summary>
    public string? UnsupportedStyle { get; init; }

    internal static ApiParameter? Read(ApiDescription description, JsonElement json)
    {
        ApiParameterPlace? place = json.Text("in") switch
        {
            "path" => ApiParameterPlace.Path,
            "query" => ApiParameterPlace.Query,
            "header" => ApiParameterPlace.Header,
            _ => null,
        };
        return place is { } known && json.Text("name") is { } name
            ? new ApiParameter(
                name,
                known,
                known == ApiParameterPlace.Path || json.Flag("required"),
                new ApiSchema(description, json.Get("schema"))
            )
            {
                UnsupportedStyle = json.Text("style"),
            }
            : null;
    }
}
