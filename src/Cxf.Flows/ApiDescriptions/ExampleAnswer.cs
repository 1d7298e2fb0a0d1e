using System.Buffers;
using System.Text.Json;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>An answer that a description allows: of its examples, or made up.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; null if it has none.</param>
public sealed record ExampleAnswer(int Status, JsonElement Body)
{
    /// <summary>How deep a body is made up; optional members and items that are deeper are left out.</summary>
    private const int MaxDepth = 5;

    private static readonly JsonElement Null = JsonElement.Parse("null");

    /// <summary>The content type of the body; null if the answer has none.</summary>
    public string? Type { get; private init; }

    /// <summary>Makes up the answer of a call that succeeds.</summary>
    public static ExampleAnswer Of(ApiOperation operation, ExampleChoices choices)
    {
        var good = operation.GoodAnswers.ToList();
        if (good.Count == 0)
        {
            return new ExampleAnswer(200, Null);
        }

        var answer = good[choices.Next(good.Count)];
        var status = answer.Number ?? 200;
        if (answer.Schema is not { } schema || answer.Type is null || !ApiBody.IsJson(answer.Type))
        {
            return new ExampleAnswer(
                status,
                answer.Type is null || ApiBody.IsJson(answer.Type) ? Null : JsonElement.Parse("\"text\"")
            )
            {
                Type = answer.Type,
            };
        }

        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            Write(json, schema, choices, operation.Description.ListsRequired, 0);
        }

        return new ExampleAnswer(status, JsonElement.Parse(written.WrittenSpan)) { Type = answer.Type };
    }

    private static void Write(Utf8JsonWriter json, ApiSchema schema, ExampleChoices choices, bool knowsOptional, int depth)
    {
        if (schema.Example is { } example)
        {
            example.WriteTo(json);
            return;
        }

        if (schema.Allowed is { Count: > 0 } allowed)
        {
            allowed[choices.Next(allowed.Count)].WriteTo(json);
            return;
        }

        if (schema.AnyOf.ToList() is { Count: > 0 } options && !schema.Properties.Any())
        {
            Write(json, options[depth > MaxDepth ? 0 : choices.Next(options.Count)], choices, knowsOptional, depth + 1);
            return;
        }

        var types =
            schema.Types.Count > 0
                ? schema.Types
                : schema.AllOf.Select(part => part.Types).FirstOrDefault(part => part.Count > 0) ?? [];
        var isNull = types.Contains("null") && types.Count > 1 && choices.Next(4) == 3;
        switch (isNull ? "null" : types.FirstOrDefault(type => type != "null"))
        {
            case "object":
                WriteObject(json, schema, choices, knowsOptional, depth);
                break;
            case "array":
                WriteArray(json, schema, choices, knowsOptional, depth);
                break;
            case "integer" or "number":
                json.WriteNumberValue(Math.Max(1, schema.Bound("minimum") ?? 1));
                break;
            case "boolean":
                json.WriteBooleanValue(choices.Next(2) == 0);
                break;
            case "string":
                json.WriteStringValue(Text(schema));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, ApiSchema schema, ExampleChoices choices, bool knowsOptional, int depth)
    {
        var all = ObjectSchema.Of(schema);
        json.WriteStartObject();
        foreach (var (name, property) in all.Properties)
        {
            var isOptional = knowsOptional && !all.Required.Contains(name);
            if (!property.IsWriteOnly && depth <= MaxDepth + (isOptional ? 0 : MaxDepth) && (!isOptional || choices.Next(3) != 2))
            {
                json.WritePropertyName(name);
                Write(json, property, choices, knowsOptional, depth + 1);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, ApiSchema schema, ExampleChoices choices, bool knowsOptional, int depth)
    {
        // One item is the plainest; none, and several, are what flows forget.
        var count =
            depth > MaxDepth
                ? 0
                : choices.Next(3) switch
                {
                    0 => 1,
                    1 => 2,
                    _ => 0,
                };
        json.WriteStartArray();
        for (
            var item = 0;
            item < Math.Max(count, schema.Bound("minItems") is > 0 and var least ? (int)least : 0) && schema.Items is { } items;
            item++
        )
        {
            Write(json, items, choices, knowsOptional, depth + 1);
        }

        json.WriteEndArray();
    }

    private static string Text(ApiSchema schema)
    {
        var text = TextFormat.Example(schema.Format) ?? "text";
        var least = (int)Math.Min(schema.Bound("minLength") ?? 0, 200);
        var most = (int)Math.Min(schema.Bound("maxLength") ?? 200, 200);
        return text.PadRight(least, 'x') is var padded && padded.Length > most ? padded[..most] : padded;
    }
}
