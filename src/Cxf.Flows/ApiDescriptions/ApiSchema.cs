using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// What a value of a described API looks like: a view on the stored JSON Schema, which is resolved where it is read, so that
/// a type that contains itself needs no care.
/// </summary>
public sealed record ApiSchema
{
    /// <summary>How many named types may lead to each other.</summary>
    private const int MaxReferences = 32;

    /// <summary>How deep the parts of a schema are asked for its types.</summary>
    private const int MaxParts = 4;

    private static readonly string[] Flags = ["nullable", "readOnly", "writeOnly"];

    private readonly ApiDescription _description;
    private readonly JsonElement _json;

    internal ApiSchema(ApiDescription description, JsonElement json)
    {
        _description = description;
        var name = default(string);
        for (var count = 0; count < MaxReferences && json.Text("$ref") is { } reference; count++)
        {
            name = reference;
            json = description.TypeJson(reference);
        }

        _json = json;
        Name = name;
    }

    /// <summary>The name of the type; null if it has none.</summary>
    public string? Name { get; }

    /// <summary>Whether anything is known of the value.</summary>
    public bool IsKnown => _json.ValueKind == JsonValueKind.Object && _json.EnumerateObject().Any();

    /// <summary>The JSON types that the value can have; none if any.</summary>
    public IReadOnlyList<string> Types =>
        _json.Text("type") is { } one ? [one]
        : _json.Get("type").Texts().ToList() is { Count: > 0 } several ? several
        : _json.Member("properties") is not null ? ["object"]
        : _json.Member("items") is not null ? ["array"]
        : [];

    /// <summary>
    /// The JSON types, also where only the schemas that the value must meet as well, or its choices, say them; none if any.
    /// </summary>
    public IReadOnlyList<string> AllTypes => TypesAt(0);

    /// <summary>Whether the value can be null, also where no type says it.</summary>
    public bool IsNullable => _json.Flag("nullable") || Types.Contains("null");

    /// <summary>The properties of the object.</summary>
    public IEnumerable<KeyValuePair<string, ApiSchema>> Properties
    {
        get
        {
            var description = _description;
            return _json
                .Get("properties")
                .Members()
                .Select(one => KeyValuePair.Create(one.Name, new ApiSchema(description, one.Value)));
        }
    }

    /// <summary>The names of the properties that the object must have.</summary>
    public IEnumerable<string> Required => _json.Get("required").Texts();

    /// <summary>Whether the object may have other properties; null if the description does not say it.</summary>
    public bool? AllowsOthers =>
        _json.Member("additionalProperties") switch
        {
            { ValueKind: JsonValueKind.False } => false,
            { } => true,
            null => null,
        };

    /// <summary>The schema of the other properties; null if they can be anything.</summary>
    public ApiSchema? Others => Schema("additionalProperties");

    /// <summary>The schema of the items of an array; null if they can be anything.</summary>
    public ApiSchema? Items => Schema("items");

    /// <summary>Schemas that the value must meet as well.</summary>
    public IEnumerable<ApiSchema> AllOf => Schemas("allOf");

    /// <summary>
    /// The schema that this one only says more about, such as that the value may be null; null if it is not of that kind.
    /// </summary>
    public ApiSchema? Wrapped =>
        Types.Count == 0 && !Properties.Any() && !AnyOf.Any() && AllOf.Where(part => part.IsMoreThanFlags).ToList() is [var only]
            ? only
            : null;

    private bool IsMoreThanFlags => _json.Members().Any(member => !Flags.Contains(member.Name));

    /// <summary>Schemas of which the value must meet one; none if there is no choice.</summary>
    public IEnumerable<ApiSchema> AnyOf => Schemas("anyOf");

    /// <summary>The values that are allowed; none if there is no such list.</summary>
    public IReadOnlyList<JsonElement> Allowed => [.. _json.Get("enum").Items()];

    /// <summary>The format of a text: <c>date</c>, <c>email</c>, …; null if any.</summary>
    public string? Format => _json.Text("format");

    /// <summary>The regular expression that a text must match; null if any.</summary>
    public string? Pattern => _json.Text("pattern");

    /// <summary>Whether only answers have the value.</summary>
    public bool IsReadOnly => _json.Flag("readOnly") || AllOf.Any(part => part._json.Flag("readOnly"));

    /// <summary>Whether only requests have the value.</summary>
    public bool IsWriteOnly => _json.Flag("writeOnly") || AllOf.Any(part => part._json.Flag("writeOnly"));

    /// <summary>
    /// Whether the value can be of a type that is made of this one, and have members that only that type names.
    /// </summary>
    public bool HasSubtypes => _json.Flag("hasSubtypes") || (Wrapped is { } wrapped && wrapped._json.Flag("hasSubtypes"));

    /// <summary>An example of the value; null if the description has no example.</summary>
    public JsonElement? Example => _json.Member("example");

    /// <summary>A bound: <c>minLength</c>, <c>maximum</c>, …; null if the value is not bounded so.</summary>
    public double? Bound(string keyword) => _json.Number(keyword);

    /// <summary>The property of this name; null if the schema does not name it.</summary>
    public ApiSchema? Property(string name) =>
        _json.Get("properties").Member(name) is { } json ? new ApiSchema(_description, json) : null;

    /// <summary>The description that the schema belongs to.</summary>
    internal ApiDescription Description => _description;

    private IReadOnlyList<string> TypesAt(int depth)
    {
        var types = Types;
        if (types.Count == 0 && depth < MaxParts)
        {
            types = AllOf.Select(part => part.TypesAt(depth + 1)).FirstOrDefault(part => part.Count > 0) ?? TypesOfChoices(depth);
        }

        return types.Count > 0 && IsNullable && !types.Contains("null") ? [.. types, "null"] : types;
    }

    private IReadOnlyList<string> TypesOfChoices(int depth)
    {
        var choices = AnyOf.Select(choice => choice.TypesAt(depth + 1)).ToList();
        return choices.TrueForAll(choice => choice.Count > 0) ? [.. choices.SelectMany(choice => choice).Distinct()] : [];
    }

    private ApiSchema? Schema(string keyword) =>
        _json.Member(keyword) is { ValueKind: JsonValueKind.Object } json ? new ApiSchema(_description, json) : null;

    private IEnumerable<ApiSchema> Schemas(string keyword)
    {
        var description = _description;
        return _json.Get(keyword).Items().Select(json => new ApiSchema(description, json));
    }
}
