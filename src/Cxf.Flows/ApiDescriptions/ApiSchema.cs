using System.Text.Json;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// What a value of a described API looks like: a view on the stored JSON Schema, which is resolved where it is read, so that a
/// type
/// that contains itself needs no care.
/// </summary>
public readonly record struct ApiSchema
{
    /// <summary>How many named types may lead to each other.</summary>
    private const int MaxReferences = 32;

    private readonly ApiDescription _description;
    private readonly JsonElement _json;

    internal ApiSchema(ApiDescription description, JsonElement json)
    {
        _description = description;
        var name = default(string);
        for (var count = 0; count < MaxReferences && ApiJson.Text(json, "$ref") is { } reference; count++)
        {
            name = reference;
            json = description.Type(reference)?._json ?? default;
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
        ApiJson.Text(_json, "type") is { } one ? [one]
        : ApiJson.Texts(_json, "type").ToList() is { Count: > 0 } several ? several
        : ApiJson.Member(_json, "properties") is not null ? ["object"]
        : ApiJson.Member(_json, "items") is not null ? ["array"]
        : [];

    /// <summary>The properties of the object.</summary>
    public IEnumerable<KeyValuePair<string, ApiSchema>> Properties
    {
        get
        {
            var description = _description;
            return ApiJson
                .Members(ApiJson.Object(_json, "properties"))
                .Select(one => KeyValuePair.Create(one.Name, new ApiSchema(description, one.Value)));
        }
    }

    /// <summary>The names of the properties that the object must have.</summary>
    public IEnumerable<string> Required => ApiJson.Texts(_json, "required");

    /// <summary>Whether the object may have other properties; null if the description does not say it.</summary>
    public bool? AllowsOthers =>
        ApiJson.Member(_json, "additionalProperties") switch
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

    /// <summary>Schemas of which the value must meet one; none if there is no choice.</summary>
    public IEnumerable<ApiSchema> AnyOf => Schemas("anyOf");

    /// <summary>The values that are allowed; none if there is no such list.</summary>
    public IReadOnlyList<JsonElement> Allowed => [.. ApiJson.Items(_json, "enum")];

    /// <summary>The format of a text: <c>date</c>, <c>email</c>, …; null if any.</summary>
    public string? Format => ApiJson.Text(_json, "format");

    /// <summary>The regular expression that a text must match; null if any.</summary>
    public string? Pattern => ApiJson.Text(_json, "pattern");

    /// <summary>Whether only answers have the value.</summary>
    public bool IsReadOnly => ApiJson.Flag(_json, "readOnly");

    /// <summary>Whether only requests have the value.</summary>
    public bool IsWriteOnly => ApiJson.Flag(_json, "writeOnly");

    /// <summary>An example of the value; null if there is none.</summary>
    public JsonElement? Example => ApiJson.Member(_json, "example");

    /// <summary>A bound: <c>minLength</c>, <c>maximum</c>, …; null if there is none.</summary>
    public double? Bound(string keyword) => ApiJson.Number(_json, keyword);

    /// <summary>The property of this name; null if the schema does not name it.</summary>
    public ApiSchema? Property(string name) =>
        ApiJson.Member(ApiJson.Object(_json, "properties"), name) is { } json ? new ApiSchema(_description, json) : null;

    /// <summary>The description that the schema belongs to.</summary>
    internal ApiDescription Description => _description;

    private ApiSchema? Schema(string keyword) =>
        ApiJson.Member(_json, keyword) is { ValueKind: JsonValueKind.Object } json ? new ApiSchema(_description, json) : null;

    private IEnumerable<ApiSchema> Schemas(string keyword)
    {
        var description = _description;
        return ApiJson.Items(_json, keyword).Select(json => new ApiSchema(description, json));
    }
}
