using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>The shapes of the answers that a description documents.</summary>
internal sealed class DescribedShapes
{
    /// <summary>How deep a shape goes; what is deeper can be anything. Types may contain themselves.</summary>
    private const int MaxDepth = 8;

    /// <summary>How many members a shape has at most; what comes after them can be anything.</summary>
    private const int MaxMembers = 4_000;

    private readonly bool _knowsOptional;
    private int _members;

    private DescribedShapes(bool knowsOptional) => _knowsOptional = knowsOptional;

    /// <summary>The body of the answer to a call; anything if that is not documented.</summary>
    public static JsonataShape OfBody(RestApiStep call)
    {
        if (call.Described is not { } operation)
        {
            return JsonataShape.Any;
        }

        var shapes = new DescribedShapes(operation.Description.ListsRequired);
        var body = (JsonataShape?)null;
        foreach (var answer in operation.GoodAnswers)
        {
            var one = call.Method == "HEAD" ? JsonataShape.Null : shapes.Of(answer);
            body = body?.Or(one) ?? one;
        }

        return body is null ? JsonataShape.Any
            : call.Paging is { } paging ? OfPages(body, paging)
            : body;
    }

    // All items of all pages are one list.
    private static JsonataShape OfPages(JsonataShape page, FlowValue paging)
    {
        var pointer = paging.Json.TryGetProperty("items", out var items) ? items.GetString() ?? "" : "";
        var list = pointer
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(page, (shape, token) => shape.Field(JsonPointer.Unescape(token)));
        return JsonataShape.SomeArray with { Items = list.Items };
    }

    private JsonataShape Of(ApiAnswer answer) =>
        answer.Type is null
            ? answer.Number is 204 or 205
                ? JsonataShape.Null
                : JsonataShape.Any
            : !ApiBody.IsJson(answer.Type)
                ? JsonataShape.Any
                : answer.Schema is { } schema
                    ? Of(schema, 0)
                    : JsonataShape.Any;

    private JsonataShape Of(ApiSchema schema, int depth, bool isPart = false)
    {
        if (!schema.IsKnown || depth > MaxDepth || _members > MaxMembers)
        {
            return JsonataShape.Any;
        }

        var shape = OfTypes(schema, depth);
        foreach (var part in schema.AllOf)
        {
            shape = Both(shape, Of(part, depth + 1, isPart: true));
        }

        var choices = schema.AnyOf.Select(choice => Of(choice, depth + 1)).ToList();
        shape = choices.Count == 0 ? shape : Both(shape, choices.Aggregate((one, other) => one.Or(other)));
        if (schema.HasSubtypes && !isPart)
        {
            shape = shape with { IsOpen = true, IsDocumented = false };
        }

        return schema.IsNullable && shape != JsonataShape.Any ? shape.OrBe(JsonataKinds.Null) : shape;
    }

    private JsonataShape OfTypes(ApiSchema schema, int depth)
    {
        var types = schema.Types;
        if (types.Count == 0)
        {
            return JsonataShape.Any;
        }

        var shape = new JsonataShape(types.Select(KindOf).Aggregate((one, other) => one | other));
        return shape with
        {
            Fields = shape.CanBe(JsonataKinds.Object) ? FieldsOf(schema, depth) : shape.Fields,
            IsOpen = schema.AllowsOthers != false,
            IsDocumented = schema.AllowsOthers is null && schema.Properties.Any(),
            Items = shape.CanBe(JsonataKinds.Array) && schema.Items is { } items ? Of(items, depth + 1) : null,
        };
    }

    private Dictionary<string, JsonataShape> FieldsOf(ApiSchema schema, int depth)
    {
        var required = schema.Required.ToHashSet();
        var fields = new Dictionary<string, JsonataShape>();
        foreach (var (name, property) in schema.Properties)
        {
            if (property.IsWriteOnly)
            {
                continue;
            }

            _members++;
            var field = Of(property, depth + 1);
            fields[name] = !_knowsOptional || required.Contains(name) ? field : field.OrBe(JsonataKinds.Undefined);
        }

        // Named as required, and described nowhere: it exists.
        foreach (var name in required.Where(name => !fields.ContainsKey(name)))
        {
            fields[name] = new JsonataShape(JsonataKinds.Any & ~JsonataKinds.Undefined);
        }

        return fields;
    }

    // A value that has both shapes.
    private static JsonataShape Both(JsonataShape one, JsonataShape other)
    {
        if (one == JsonataShape.Any || other == JsonataShape.Any)
        {
            return one == JsonataShape.Any ? other : one;
        }

        var kinds = one.Kinds & other.Kinds;
        if (kinds == JsonataKinds.None)
        {
            return JsonataShape.Any;
        }

        var fields = new Dictionary<string, JsonataShape>(one.Fields);
        foreach (var (name, field) in other.Fields)
        {
            fields[name] = fields.TryGetValue(name, out var same) ? Both(same, field) : field;
        }

        return new JsonataShape(kinds)
        {
            Fields = fields,
            IsOpen = one.IsOpen || other.IsOpen,
            IsDocumented =
                (one.IsDocumented || one.Fields.Count == 0)
                && (other.IsDocumented || other.Fields.Count == 0)
                && fields.Count > 0,
            Items = one.Items ?? other.Items,
        };
    }

    private static JsonataKinds KindOf(string type) =>
        type switch
        {
            "object" => JsonataKinds.Object,
            "array" => JsonataKinds.Array,
            "string" => JsonataKinds.String,
            "integer" or "number" => JsonataKinds.Number,
            "boolean" => JsonataKinds.Boolean,
            "null" => JsonataKinds.Null,
            _ => JsonataKinds.Any & ~JsonataKinds.Undefined,
        };
}
