using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Cxf.OpenApi;

/// <summary>
/// Writes schemas into a description. A named type is written once, where it is named first, so that types may contain
/// themselves.
/// </summary>
internal sealed class SchemaWriter(bool withExamples, UnsupportedParts unsupported)
{
    /// <summary>How deep a schema without names may be nested; what is deeper can be anything.</summary>
    private const int MaxDepth = 16;

    /// <summary>More allowed values than these are not checked.</summary>
    private const int MaxAllowed = 500;

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namedInAnswers = new(StringComparer.Ordinal);
    private Utf8JsonWriter _json = null!;
    private OpenApiDocument _document = null!;

    private static readonly (JsonSchemaType Type, string Name)[] Types =
    [
        (JsonSchemaType.Object, "object"),
        (JsonSchemaType.Array, "array"),
        (JsonSchemaType.String, "string"),
        (JsonSchemaType.Integer, "integer"),
        (JsonSchemaType.Number, "number"),
        (JsonSchemaType.Boolean, "boolean"),
        (JsonSchemaType.Null, "null"),
    ];

    /// <summary>Whether the schemas that are written now are those of an answer.</summary>
    public bool IsInAnswer { get; set; }

    /// <summary>Whether a schema of an answer said which properties an object always has.</summary>
    public bool SawRequired { get; private set; }

    /// <summary>Writes to this writer from now on, and takes named types from this document.</summary>
    public void Use(Utf8JsonWriter json, OpenApiDocument document) => (_json, _document) = (json, document);

    /// <summary>Writes a schema as a value.</summary>
    public void Write(IOpenApiSchema? schema) => Write(schema, 0);

    /// <summary>The types that schemas have named and that are not written yet.</summary>
    public Queue<string> Unwritten { get; } = new();

    /// <summary>Writes types as members.</summary>
    public void WriteTypes(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            IsInAnswer = _namedInAnswers.Contains(name);
            _json.WritePropertyName(name);
            Write(_document.Components?.Schemas?.TryGetValue(name, out var type) == true ? type : null, 0);
        }

        IsInAnswer = false;
    }

    private void Write(IOpenApiSchema? schema, int depth)
    {
        _json.WriteStartObject();
        if (schema is OpenApiSchemaReference reference)
        {
            if (NameOf(reference) is { } name)
            {
                _json.WriteString("$ref", name);
                if (IsInAnswer)
                {
                    _namedInAnswers.Add(name);
                }

                if (_named.Add(name))
                {
                    Unwritten.Enqueue(name);
                }
            }
            else
            {
                unsupported.Add("references to what is not there");
            }
        }
        else if (schema is not null && depth < MaxDepth)
        {
            Members(schema, depth);
        }

        _json.WriteEndObject();
    }

    private string? NameOf(OpenApiSchemaReference reference) =>
        reference.Reference.Id is { } id && _document.Components?.Schemas?.ContainsKey(id) == true ? id : null;

    private void Members(IOpenApiSchema schema, int depth)
    {
        WriteType(schema);
        Text("format", schema.Format);
        Text("pattern", schema.Pattern);
        Flag("readOnly", schema.ReadOnly);
        Flag("writeOnly", schema.WriteOnly);
        Flag("hasSubtypes", schema is { Discriminator: not null, OneOf: not { Count: > 0 }, AnyOf: not { Count: > 0 } });
        Number("minLength", schema.MinLength);
        Number("maxLength", schema.MaxLength);
        Number("minItems", schema.MinItems);
        Number("maxItems", schema.MaxItems);
        Number("minimum", Bound(schema.Minimum));
        Number("maximum", Bound(schema.Maximum));
        WriteAllowed(schema);
        WriteExample(schema);

        WriteObject(schema, depth);
        if (schema.Items is { } items)
        {
            _json.WritePropertyName("items");
            Write(items, depth + 1);
        }

        Schemas("allOf", schema.AllOf ?? [], depth);
        Schemas("anyOf", [.. schema.AnyOf ?? [], .. schema.OneOf ?? []], depth);
        if (schema.Not is not null)
        {
            unsupported.Add("schemas with not");
        }
    }

    private void WriteType(IOpenApiSchema schema)
    {
        var isNullable = schema.Extensions?.ContainsKey(LocalReferences.Nullable) == true;
        if (schema.Type is not { } type)
        {
            Flag("nullable", isNullable);
            return;
        }

        type |= isNullable ? JsonSchemaType.Null : default;
        var names = Types.Where(one => type.HasFlag(one.Type)).Select(one => one.Name).ToList();
        if (names.Count == 1)
        {
            _json.WriteString("type", names[0]);
        }
        else if (names.Count > 1)
        {
            Texts("type", names);
        }
    }

    private void WriteAllowed(IOpenApiSchema schema)
    {
        if (schema.Enum is { Count: > 0 and <= MaxAllowed } allowed)
        {
            _json.WriteStartArray("enum");
            foreach (var value in allowed)
            {
                if (value is null || value.IsJsonNullSentinel())
                {
                    _json.WriteNullValue();
                }
                else
                {
                    value.WriteTo(_json);
                }
            }

            _json.WriteEndArray();
        }
        else if (schema.Enum is { Count: > MaxAllowed })
        {
            unsupported.Add($"lists of more than {MaxAllowed} allowed values");
        }
    }

    private void WriteExample(IOpenApiSchema schema)
    {
#pragma warning disable CS0618 // Documents of OpenAPI 3.0 have one example, and nearly all documents are of 3.0.
        if (withExamples && schema.Example is JsonValue example && !example.IsJsonNullSentinel())
#pragma warning restore CS0618
        {
            _json.WritePropertyName("example");
            example.WriteTo(_json);
        }
    }

    private void WriteObject(IOpenApiSchema schema, int depth)
    {
        if (schema.Properties is { Count: > 0 } properties)
        {
            _json.WriteStartObject("properties");
            foreach (var (name, property) in properties)
            {
                _json.WritePropertyName(name);
                Write(property, depth + 1);
            }

            _json.WriteEndObject();
        }

        if (schema.Required is { Count: > 0 } required)
        {
            SawRequired |= IsInAnswer;
            Texts("required", required);
        }

        if (schema.PatternProperties is { Count: > 0 })
        {
            unsupported.Add("patternProperties");
        }

        if (!schema.AdditionalPropertiesAllowed)
        {
            _json.WriteBoolean("additionalProperties", false);
        }
        else if (schema.AdditionalProperties is { } others)
        {
            _json.WritePropertyName("additionalProperties");
            Write(others, depth + 1);
        }
        else if (schema.PatternProperties is { Count: > 0 })
        {
            _json.WriteStartObject("additionalProperties");
            _json.WriteEndObject();
        }
    }

    private void Schemas(string keyword, IList<IOpenApiSchema> schemas, int depth)
    {
        if (schemas.Count == 0)
        {
            return;
        }

        _json.WriteStartArray(keyword);
        foreach (var schema in schemas)
        {
            Write(schema, depth + 1);
        }

        _json.WriteEndArray();
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Texts(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void Flag(string name, bool value)
    {
        if (value)
        {
            _json.WriteBoolean(name, true);
        }
    }

    private void Number(string name, double? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    private static double? Bound(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
}
