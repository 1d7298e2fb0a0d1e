using Cxf.Flows.Checks.Expressions;
using Cxf.Flows.Contracts;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Calls;

/// <summary>Whether a value of which only the shape is known can meet a contract. Only what can never fit is a problem.</summary>
internal static class ShapeFit
{
    public static IEnumerable<PayloadProblem> Problems(ContractSchema schema, JsonataShape shape, string field)
    {
        // What may be undefined may as well not be there.
        var kinds = shape.Kinds & ~JsonataKinds.Undefined;
        if (kinds != JsonataKinds.None && (kinds & KindsOf(schema.Type)) == 0)
        {
            yield return new PayloadProblem(
                field,
                $"must be {ValueProblems.Describe(schema.Type)}, but the expression always gives {Kinds.InWords(kinds)}"
            );
        }
        else if (kinds == JsonataKinds.Object)
        {
            foreach (var problem in OfFields(schema, shape, field))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<PayloadProblem> OfFields(ContractSchema schema, JsonataShape shape, string field)
    {
        foreach (var name in schema.Required.Where(name => !shape.Field(name).CanBe(~JsonataKinds.Undefined)))
        {
            yield return new PayloadProblem($"{field}.{name}", ValueProblems.Missing);
        }

        foreach (var (name, inner) in shape.Fields.Where(one => !one.Value.CanBe(JsonataKinds.Undefined)))
        {
            if (!schema.Properties.TryGetValue(name, out var known))
            {
                if (!schema.AdditionalProperties)
                {
                    yield return new PayloadProblem($"{field}.{name}", ValueProblems.UnknownField);
                }
            }
            else
            {
                foreach (var problem in Problems(known, inner, $"{field}.{name}"))
                {
                    yield return problem;
                }
            }
        }
    }

    private static JsonataKinds KindsOf(ContractType type) =>
        type switch
        {
            ContractType.Object => JsonataKinds.Object,
            ContractType.Array => JsonataKinds.Array,
            ContractType.String => JsonataKinds.String,
            ContractType.Number or ContractType.Integer => JsonataKinds.Number,
            ContractType.Boolean => JsonataKinds.Boolean,
            _ => JsonataKinds.Any,
        };
}
