using System.Text.Json;

namespace Cxf.Studio.Forms;

/// <summary>How a field of a form is filled in.</summary>
public enum FieldKind
{
    /// <summary>Text, which may be an expression.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>The label of a step beside this one.</summary>
    Label,

    /// <summary>A value of any kind: JSON, or an expression.</summary>
    Value,

    /// <summary>Fields of its own.</summary>
    Group,

    /// <summary>Values by names that the author gives.</summary>
    Map,

    /// <summary>The same fields several times, in an order.</summary>
    List,
}

/// <summary>
/// A field of a form, made from the JSON Schema of flows, so that form, completion and check know the same members.
/// </summary>
/// <param name="Name">The member's name; empty for an item of a list and for a value of a map.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Description">What it means, from the schema.</param>
/// <param name="IsRequired">Whether it must be there.</param>
public sealed record FormField(string Name, FieldKind Kind, string Description, bool IsRequired)
{
    private static readonly JsonElement Schema = JsonElement.Parse(Documents.FlowFolder.FlowSchema);

    // What is drawn is no field.
    private static readonly HashSet<string> Drawn = ["bodySteps", "bodyStep", "body", "position", "step", "test"];

    private static readonly Dictionary<string, IReadOnlyList<FormField>> Kinds = [];

    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<string> Options { get; private init; } = [];

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<FormField> Fields { get; private init; } = [];

    /// <summary>What a map or a list holds; null for other kinds.</summary>
    public FormField? Item { get; private init; }

    /// <summary>Whether it is a number without a fraction.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The fields of a flow itself.</summary>
    public static IReadOnlyList<FormField> OfFlow { get; } =
    [.. FieldsOf(Schema).Where(field => field.Name is not ("$schema" or "start" or "tests" or "flowId"))];

    /// <summary>The fields of a kind of step; none for a kind that does not exist.</summary>
    public static IReadOnlyList<FormField> OfKind(string kind)
    {
        lock (Kinds)
        {
            return Kinds.TryGetValue(kind, out var known) ? known
                : Schema.GetProperty("$defs").TryGetProperty(kind, out var schema) && schema.TryGetProperty("properties", out _)
                    ? Kinds[kind] = FieldsOf(schema)
                : [];
        }
    }

    /// <summary>A group without a name.</summary>
    public static FormField Group(IReadOnlyList<FormField> fields) => new("", FieldKind.Group, "", true) { Fields = fields };

    /// <summary>What a kind of step does, in a sentence.</summary>
    public static string DescriptionOfKind(string kind) => DescriptionOf(Schema.GetProperty("$defs").GetProperty(kind));

    private static IReadOnlyList<FormField> FieldsOf(JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet()
            : [];
        return
        [
            .. schema
                .GetProperty("properties")
                .EnumerateObject()
                .Select(member => Of(member.Name, member.Value, required.Contains(member.Name)))
                .OfType<FormField>(),
        ];
    }

    private static FormField? Of(string name, JsonElement schema, bool isRequired)
    {
        var definition = schema.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1] : "";
        var description = DescriptionOf(schema);
        if (definition.Length > 0)
        {
            var target = Schema.GetProperty("$defs").GetProperty(definition);
            description = description.Length > 0 ? description : DescriptionOf(target);
            return Drawn.Contains(definition)
                ? null
                : definition switch
                {
                    // The names of a loop's variables have the form of labels.
                    "label" when name is "item" or "index" => Field(FieldKind.Text),
                    "label" => Field(FieldKind.Label),
                    "expression" or "id" => Field(FieldKind.Text),
                    "value" or "fields" or "contract" => Field(FieldKind.Value),
                    _ => Of(name, target, isRequired),
                };
        }

        if (schema.TryGetProperty("const", out _))
        {
            return null;
        }

        if (
            schema.TryGetProperty("enum", out var words)
            && words.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String)
        )
        {
            return Field(FieldKind.Choice) with { Options = [.. words.EnumerateArray().Select(word => word.GetString()!)] };
        }

        return TypeOf(schema) switch
        {
            "string" => Field(FieldKind.Text),
            "integer" => Field(FieldKind.Number) with { IsWhole = true },
            "number" => Field(FieldKind.Number),
            "boolean" => Field(FieldKind.Flag),
            "object" when schema.TryGetProperty("properties", out _) => Field(FieldKind.Group) with { Fields = FieldsOf(schema) },
            "object"
                when schema.TryGetProperty("additionalProperties", out var value) && value.ValueKind == JsonValueKind.Object =>
                Of("", value, isRequired: true) is { } item ? Field(FieldKind.Map) with { Item = item } : null,
            "array" when Of("", schema.GetProperty("items"), isRequired: true) is { } item => Field(FieldKind.List) with
            {
                Item = item,
            },
            _ => Field(FieldKind.Value),
        };

        FormField Field(FieldKind kind) => new(name, kind, description, isRequired);
    }

    private static string DescriptionOf(JsonElement schema) =>
        schema.TryGetProperty("description", out var description) ? description.GetString()! : "";

    private static string TypeOf(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
}
