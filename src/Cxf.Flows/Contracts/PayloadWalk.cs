using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.Flows.Contracts;

/// <summary>Walks a payload beside its schema, writing the converted value and gathering what does not fit.</summary>
internal sealed class PayloadWalk(Utf8JsonWriter writer, List<PayloadProblem> problems)
{
    // How many of the schemas around the value are sensitive.
    private int _sensitive;

    public void Visit(ContractSchema schema, JsonElement value, string field, int depth)
    {
        _sensitive += schema.Sensitive ? 1 : 0;
        VisitValue(schema, value, field, depth);
        _sensitive -= schema.Sensitive ? 1 : 0;
    }

    private void VisitValue(ContractSchema schema, JsonElement value, string field, int depth)
    {
        if (depth > PayloadCheck.MaxDepth)
        {
            Refuse(field, $"is nested deeper than {PayloadCheck.MaxDepth} levels");
            return;
        }

        var converted = LiteralConversion.Apply(schema.Type, value);
        if (!HasType(schema.Type, converted))
        {
            Refuse(field, $"must be {Describe(schema.Type)}");
            return;
        }

        if (schema.Allowed is { } allowed && !allowed.Any(choice => JsonElement.DeepEquals(choice, converted)))
        {
            Refuse(field, $"must be {OneOf(allowed)}");
        }

        switch (converted.ValueKind)
        {
            case JsonValueKind.Object:
                VisitObject(schema, converted, field, depth);
                return;
            case JsonValueKind.Array:
                VisitArray(schema, converted, field, depth);
                return;
            case JsonValueKind.String:
                CheckText(schema, converted.GetString()!, field);
                break;
            case JsonValueKind.Number:
                CheckNumber(schema, converted.GetDouble(), field);
                break;
        }

        converted.WriteTo(writer);
    }

    private void VisitObject(ContractSchema schema, JsonElement value, string field, int depth)
    {
        foreach (var name in schema.Required.Where(name => !value.TryGetProperty(name, out _)))
        {
            Refuse($"{field}.{name}", "is missing");
        }

        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            var known = schema.Properties.TryGetValue(member.Name, out var memberSchema);
            if (!known && !schema.AdditionalProperties)
            {
                RefuseUnknown(field, member.Name);
                continue;
            }

            writer.WritePropertyName(member.Name);
            Visit(known ? memberSchema! : ContractSchema.Anything, member.Value, $"{field}.{member.Name}", depth + 1);
        }

        writer.WriteEndObject();
    }

    private void VisitArray(ContractSchema schema, JsonElement value, string field, int depth)
    {
        var count = value.GetArrayLength();
        if (count < schema.Length.Min || count > schema.Length.Max)
        {
            Refuse(field, $"must have {Between(schema.Length.Min, schema.Length.Max, int.MaxValue)} items");
        }

        writer.WriteStartArray();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Visit(schema.Items ?? ContractSchema.Anything, item, $"{field}[{index++}]", depth + 1);
        }

        writer.WriteEndArray();
    }

    private void CheckText(ContractSchema schema, string text, string field)
    {
        var length = text.EnumerateRunes().Count();
        if (length < schema.Length.Min || length > schema.Length.Max)
        {
            Refuse(field, $"must have {Between(schema.Length.Min, schema.Length.Max, int.MaxValue)} characters");
        }

        if (schema.Pattern is { } pattern && !Matches(pattern, text))
        {
            Refuse(field, $"must match the pattern {pattern}");
        }
    }

    private void CheckNumber(ContractSchema schema, double number, string field)
    {
        if (number < schema.Range.Min || number > schema.Range.Max)
        {
            Refuse(field, $"must be {Between(schema.Range.Min, schema.Range.Max, double.PositiveInfinity)}");
        }
    }

    // Of what is sensitive not even a name is repeated that the flow does not know: people's names are keys, too.
    private void RefuseUnknown(string field, string name)
    {
        if (_sensitive == 0)
        {
            Refuse($"{field}.{name}", "is not a field of this flow");
        }
        else
        {
            Refuse(field, "has a field that this flow does not know");
        }
    }

    private void Refuse(string field, string message) => problems.Add(new PayloadProblem(field, message));

    private static bool Matches(Regex pattern, string text) => pattern.IsMatch(text);

    private static bool HasType(ContractType type, JsonElement value) => type switch
    {
        ContractType.Object => value.ValueKind == JsonValueKind.Object,
        ContractType.Array => value.ValueKind == JsonValueKind.Array,
        ContractType.String => value.ValueKind == JsonValueKind.String,
        ContractType.Number => value.ValueKind == JsonValueKind.Number,
        ContractType.Integer => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        ContractType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };

    private static string Describe(ContractType type) => type switch
    {
        ContractType.Object => "an object",
        ContractType.Array => "an array",
        ContractType.String => "text",
        ContractType.Number => "a number",
        ContractType.Integer => "a whole number",
        _ => "true or false",
    };

    private static string OneOf(IReadOnlyList<JsonElement> allowed) =>
        allowed.Count == 1 ? allowed[0].GetRawText() : "one of " + string.Join(", ", allowed.Select(choice => choice.GetRawText()));

    private static string Between<T>(T min, T max, T unbounded)
        where T : IComparable<T> => max.CompareTo(unbounded) == 0 ? $"at least {min}" : $"{min} to {max}";
}
