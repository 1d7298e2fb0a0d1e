using System.Text.Json;
using Cxf.Jsonata.RegularExpressions;

namespace Cxf.Flows.Contracts;

/// <summary>
/// What one value of the payload must look like: the subset of JSON Schema 2020-12 that a contract may use,
/// plus <c>sensitive</c>, which is ours. A keyword outside the subset is an error, never ignored.
/// </summary>
public sealed record ContractSchema
{
    /// <summary>A schema that every value meets.</summary>
    public static ContractSchema Anything { get; } = new();

    /// <summary><c>type</c>; one type, not a list. Default: any value.</summary>
    public ContractType Type { get; init; }

    /// <summary><c>properties</c>: the schema of each member by name.</summary>
    public IReadOnlyDictionary<string, ContractSchema> Properties { get; init; } = new Dictionary<string, ContractSchema>();

    /// <summary><c>required</c>: members that must be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary><c>additionalProperties</c>: whether other members are allowed. Default true, as in JSON Schema.</summary>
    public bool AdditionalProperties { get; init; } = true;

    /// <summary><c>items</c>: the schema of every item; null when not given.</summary>
    public ContractSchema? Items { get; init; }

    /// <summary>
    /// <c>enum</c> and <c>const</c>: the values allowed, which are those that both allow; null when neither is given.
    /// </summary>
    public IReadOnlyList<JsonElement>? Allowed { get; init; }

    /// <summary><c>minLength</c> and <c>maxLength</c> of texts, in Unicode code points.</summary>
    public (int Min, int Max) Length { get; init; } = (0, int.MaxValue);

    /// <summary><c>minItems</c> and <c>maxItems</c> of arrays.</summary>
    public (int Min, int Max) ItemCount { get; init; } = (0, int.MaxValue);

    /// <summary><c>minimum</c> and <c>maximum</c>, both inclusive.</summary>
    public (double Min, double Max) Range { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary><c>pattern</c>: found anywhere in the text, in linear time; null when not given.</summary>
    public UnicodePattern? Pattern { get; init; }

    /// <summary><c>title</c>: a short name, for what a person is asked. Default: empty.</summary>
    public string Title { get; init; } = "";

    /// <summary><c>description</c>: what the value is, for what a person is asked. Default: empty.</summary>
    public string Description { get; init; } = "";

    /// <summary><c>sensitive</c>: personal data, masked in everything that is printed, logged or shown.</summary>
    public bool Sensitive { get; init; }
}
