using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>Walks a payload beside its schema, writing the converted value and gathering what does not fit.</summary>
internal sealed class PayloadWalk(Utf8JsonWriter writer, List<PayloadProblem> problems, Action<long>? spend)
{
    /// <summary>More problems of one payload are not listed.</summary>
    private const int MaxProblems = 100;

    private const int StepsInUnit = 16;

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

        spend?.Invoke(1 + schema.Required.Count + (schema.Allowed?.Count ?? 0) + PatternWork(schema, value));
        var converted = LiteralConversion.Apply(schema.Type, value);
        if (ValueProblems.OfType(schema, converted) is { } wrongType)
        {
            Refuse(field, wrongType);
            return;
        }

        foreach (var problem in ValueProblems.OfChoice(schema, converted).Concat(ValueProblems.OfBounds(schema, converted)))
        {
            Refuse(field, problem);
        }

        switch (converted.ValueKind)
        {
            case JsonValueKind.Object:
                VisitObject(schema, converted, field, depth);
                return;
            case JsonValueKind.Array:
                VisitArray(schema, converted, field, depth);
                return;
            default:
                converted.WriteTo(writer);
                return;
        }
    }

    // A step of a search is a small part of one of the other units.
    private static long PatternWork(ContractSchema schema, JsonElement value) =>
        schema.Pattern is { } pattern && value.ValueKind == JsonValueKind.String
            ? (long)value.GetString()!.Length * pattern.StepsForEachCharacter / StepsInUnit
            : 0;

    private void VisitObject(ContractSchema schema, JsonElement value, string field, int depth)
    {
        foreach (var name in schema.Required.Where(name => !value.TryGetProperty(name, out _)))
        {
            Refuse($"{field}.{name}", ValueProblems.Missing);
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
        writer.WriteStartArray();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Visit(schema.Items ?? ContractSchema.Anything, item, $"{field}[{index++}]", depth + 1);
        }

        writer.WriteEndArray();
    }

    // Of what is sensitive not even a name is repeated that the flow does not know: people's names are keys, too.
    private void RefuseUnknown(string field, string name)
    {
        if (_sensitive == 0)
        {
            Refuse($"{field}.{name}", ValueProblems.UnknownField);
        }
        else
        {
            Refuse(field, "has a field that this flow does not know");
        }
    }

    private void Refuse(string field, string message)
    {
        if (problems.Count < MaxProblems)
        {
            problems.Add(new PayloadProblem(field, message));
        }
    }
}
