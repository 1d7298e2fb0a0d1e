using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Jsonata.RegularExpressions;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>Writes a value that a schema allows: its example, or one that is made up.</summary>
/// <param name="json">Gets the value.</param>
/// <param name="choices">What the value is made of.</param>
/// <param name="knowsOptional">Whether the description says which members are always there.</param>
internal sealed class ExampleWriter(Utf8JsonWriter json, ExampleChoices choices, bool knowsOptional)
{
    /// <summary>How deep a value is made up; optional members and items that are deeper are left out.</summary>
    private const int MaxDepth = 5;

    /// <summary>Types that must contain themselves, which no value can, end here.</summary>
    private const int DeepestLevel = 3 * MaxDepth;

    /// <summary>How many values are made up before optional members and items are left out.</summary>
    private const int MaxValues = 5_000;

    /// <summary>How often a type is wrapped to say more about it.</summary>
    private const int MaxWraps = 4;

    /// <summary>How many items a list has at most.</summary>
    private const int MaxItems = 100;

    /// <summary>The longest text that is made up.</summary>
    private const int MaxText = 200;

    private const string AnyText = "text";

    /// <summary>How many texts of a pattern there are.</summary>
    private const int Spellings = 8;

    /// <summary>How many texts are tried, because a pattern does not say how long they are.</summary>
    private const int Attempts = 10;

    private static readonly string[] Structures = ["object", "array"];

    private int _values;

    /// <summary>Writes a value.</summary>
    public void Write(ApiSchema schema) => Write(schema, 0);

    private void Write(ApiSchema schema, int depth, int wraps = 0)
    {
        _values++;
        if (depth > DeepestLevel || _values > 2 * MaxValues)
        {
            json.WriteNullValue();
            return;
        }

        var types = schema.AllTypes;
        if (schema.Example is { } example && TryWrite(example, types))
        {
            return;
        }

        if (schema.Allowed is { Count: > 0 } allowed)
        {
            allowed[choices.Next(allowed.Count)].WriteTo(json);
            return;
        }

        if (schema.Wrapped is { } wrapped && wraps < MaxWraps)
        {
            if (schema.IsNullable && choices.Next(4) == 3)
            {
                json.WriteNullValue();
            }
            else
            {
                Write(wrapped, depth, wraps + 1);
            }

            return;
        }

        if (schema.AnyOf.ToList() is { Count: > 0 } options && !schema.Properties.Any())
        {
            var plain = options.Find(option => !option.AllTypes.Any(Structures.Contains) && !option.AnyOf.Any());
            Write(depth > MaxDepth ? plain ?? options[0] : options[choices.Next(options.Count)], depth + 1);
            return;
        }

        var isNull = types.Contains("null") && types.Count > 1 && choices.Next(4) == 3;
        switch (isNull ? "null" : types.FirstOrDefault(type => type != "null"))
        {
            case "object":
                WriteObject(schema, depth);
                break;
            case "array":
                WriteArray(schema, depth);
                break;
            case "integer":
                json.WriteNumberValue(Number(schema, Math.Ceiling, Math.Floor));
                break;
            case "number":
                json.WriteNumberValue(Number(schema, bound => bound, bound => bound));
                break;
            case "boolean":
                json.WriteBooleanValue(choices.Next(2) == 0);
                break;
            case "string":
                json.WriteStringValue(Matching(schema) ?? Text(schema));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    // Authors write 5 as the example of a text, and "5" as that of a number. An example that cannot be meant so is not used.
    private bool TryWrite(JsonElement example, IReadOnlyList<string> types)
    {
        var text = example.AsText();
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        switch (example.ValueKind)
        {
            case JsonValueKind.Null when types.Count > 0 && !types.Contains("null"):
                return false;
            case JsonValueKind.Null:
            case var _ when types.Count == 0:
            case JsonValueKind.String when types.Contains("string"):
            case JsonValueKind.True or JsonValueKind.False when types.Contains("boolean"):
            case JsonValueKind.Number when types.Contains("number") || (types.Contains("integer") && double.IsInteger(number)):
                example.WriteTo(json);
                return true;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when types.Contains("string"):
                json.WriteStringValue(text);
                return true;
            case JsonValueKind.String
                when isNumber && types.Contains("integer") && number is >= long.MinValue and < long.MaxValue:
                json.WriteNumberValue((long)number);
                return true;
            case JsonValueKind.String when isNumber && types.Contains("number") && double.IsFinite(number):
                json.WriteNumberValue(number);
                return true;
            case JsonValueKind.String when types.Contains("boolean") && bool.TryParse(text, out var flag):
                json.WriteBooleanValue(flag);
                return true;
            default:
                return false;
        }
    }

    private void WriteObject(ApiSchema schema, int depth)
    {
        var parts = Parts(schema).ToList();
        var required = parts.SelectMany(part => part.Required).ToHashSet(StringComparer.Ordinal);
        var properties = parts.SelectMany(part => part.Properties).DistinctBy(property => property.Key).ToList();
        json.WriteStartObject();
        foreach (var (name, property) in properties)
        {
            var isOptional = knowsOptional && !required.Contains(name);
            if (!property.IsWriteOnly && IsWritten(isOptional, depth) && (!isOptional || choices.Next(3) != 2))
            {
                json.WritePropertyName(name);
                Write(property, depth + 1);
            }
        }

        // Named as required, and described nowhere.
        foreach (var name in required.Except(properties.Select(property => property.Key)))
        {
            json.WriteString(name, AnyText);
        }

        json.WriteEndObject();
    }

    // What the object always has, and what it has by one choice of each list of choices.
    private IEnumerable<ObjectSchema> Parts(ApiSchema schema)
    {
        yield return ObjectSchema.Of(schema);
        foreach (var options in schema.AllOf.Prepend(schema).Select(holder => holder.AnyOf.ToList()).Where(all => all.Count > 0))
        {
            yield return ObjectSchema.Of(options[choices.Next(options.Count)]);
        }
    }

    private bool IsWritten(bool isOptional, int depth) =>
        isOptional ? depth <= MaxDepth && _values <= MaxValues : depth <= 2 * MaxDepth;

    private void WriteArray(ApiSchema schema, int depth)
    {
        // One item is the plainest; none, and several, are what flows forget.
        var count =
            depth > MaxDepth || _values > MaxValues
                ? 0
                : choices.Next(3) switch
                {
                    0 => 1,
                    1 => 2,
                    _ => 0,
                };
        var least = Math.Min(schema.Bound("minItems") ?? 0, MaxItems);
        var most = schema.Bound("maxItems") ?? MaxItems;
        json.WriteStartArray();
        for (var item = 0; item < Math.Max(Math.Min(count, most), least) && schema.Items is { } items; item++)
        {
            Write(items, depth + 1);
        }

        json.WriteEndArray();
    }

    private static double Number(ApiSchema schema, Func<double, double> up, Func<double, double> down) =>
        Math.Min(Math.Max(1, up(schema.Bound("minimum") ?? 1)), down(schema.Bound("maximum") ?? double.MaxValue));

    // A value of one answer is often a parameter of the next request, which the stub compares with the same pattern.
    private string? Matching(ApiSchema schema)
    {
        if (schema.Pattern is not { } text || !UnicodePattern.TryParse(text, out var pattern, out _))
        {
            return null;
        }

        var random = new Random(choices.Next(Spellings));
        return Enumerable
            .Range(0, Attempts)
            .Select(attempt => pattern.Example(random, attempt))
            .FirstOrDefault(example =>
                pattern.IsFoundIn(example)
                && example.Length >= (schema.Bound("minLength") ?? 0)
                && example.Length <= (schema.Bound("maxLength") ?? MaxText)
            );
    }

    private static string Text(ApiSchema schema)
    {
        var text = TextFormat.Example(schema.Format) ?? AnyText;
        var least = (int)Math.Clamp(schema.Bound("minLength") ?? 0, 0, MaxText);
        var most = (int)Math.Clamp(schema.Bound("maxLength") ?? MaxText, 0, MaxText);
        return text.PadRight(least, 'x') is var padded && padded.Length > most ? padded[..most] : padded;
    }
}
