using System.Globalization;
using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>One documented answer of an operation.</summary>
/// <param name="Status">Its status as written: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Type">The content type of its body; null if it has none.</param>
/// <param name="Schema">What its body looks like; null if that is not documented.</param>
public sealed record ApiAnswer(string Status, string? Type, ApiSchema? Schema)
{
    /// <summary>Whether it is the answer of a call that succeeds.</summary>
    public bool IsGood => Status.StartsWith('2');

    /// <summary>The status as a number; null for <c>4XX</c> and <c>default</c>.</summary>
    public int? Number => int.TryParse(Status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static ApiAnswer Read(ApiDescription description, JsonProperty json) =>
        new(
            json.Name,
            json.Value.Text("type"),
            json.Value.Member("schema") is { } schema ? new ApiSchema(description, schema) : null
        );
}
