using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>
/// How a value as written, with expressions in it, fits a contract: a literal is checked as a payload is, an
/// expression by what is known of its value. What cannot be proved to be wrong is taken for right.
/// </summary>
internal sealed class PayloadFit
{
    private readonly List<(string Pointer, PayloadProblem Problem)> _problems = [];

    /// <summary>More problems of one payload are not listed.</summary>
    private const int MaxProblems = 100;

    private readonly CheckedFlow _flow;

    private PayloadFit(CheckedFlow flow) => _flow = flow;

    /// <summary>Every problem with its place.</summary>
    /// <param name="schema">The contract.</param>
    /// <param name="payload">The value as written.</param>
    /// <param name="flow">The flow, whose expressions are known with what they can give.</param>
    public static IReadOnlyList<(string Pointer, PayloadProblem Problem)> Problems(
        ContractSchema schema,
        FlowValue payload,
        CheckedFlow flow
    )
    {
        var fit = new PayloadFit(flow);
        fit.Visit(schema, payload.Json, payload.Pointer, "payload");
        return fit._problems;
    }

    private void Visit(ContractSchema schema, JsonElement value, string pointer, string field)
    {
        _flow.Analysis.Spend(1 + schema.Required.Count + (schema.Allowed?.Count ?? 0));
        if (_problems.Count >= MaxProblems)
        {
            return;
        }

        if (IsExpression(value))
        {
            VisitExpression(schema, pointer, field);
            return;
        }

        if (ValueProblems.OfType(schema, value) is { } wrongType)
        {
            Refuse(pointer, field, wrongType);
            return;
        }

        foreach (
            var problem in (HoldsExpression(value) ? [] : ValueProblems.OfChoice(schema, value)).Concat(
                ValueProblems.OfBounds(schema, value)
            )
        )
        {
            Refuse(pointer, field, problem);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            VisitMembers(schema, value, pointer, field);
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.Items is { } items)
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Visit(items, item, JsonPointer.Append(pointer, index), $"{field}[{index}]");
            }
        }
    }

    private void VisitMembers(ContractSchema schema, JsonElement value, string pointer, string field)
    {
        foreach (var name in schema.Required.Where(name => !value.TryGetProperty(name, out _)))
        {
            Refuse(pointer, $"{field}.{name}", ValueProblems.Missing);
        }

        foreach (var member in value.EnumerateObject())
        {
            var (inside, name) = (JsonPointer.Append(pointer, member.Name), $"{field}.{member.Name}");
            if (schema.Properties.TryGetValue(member.Name, out var known))
            {
                Visit(known, member.Value, inside, name);
            }
            else if (!schema.AdditionalProperties)
            {
                Refuse(inside, name, ValueProblems.UnknownField);
            }
        }
    }

    private void VisitExpression(ContractSchema schema, string pointer, string field)
    {
        // An expression that always fails or never has a value is reported as such.
        if (_flow.TypedAt(pointer) is { AlwaysFails: false, NeverHasValue: false } typed)
        {
            foreach (var problem in ShapeFit.Problems(schema, typed.Typing.Result, field))
            {
                _problems.Add((pointer, problem));
            }
        }
    }

    private void Refuse(string pointer, string field, string message)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add((pointer, new PayloadProblem(field, message)));
        }
    }

    private static bool IsExpression(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && ExpressionText.TryRead(value.GetString()!, out _);

    private static bool HoldsExpression(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Any(member => HoldsExpression(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(HoldsExpression),
            _ => IsExpression(value),
        };
}
