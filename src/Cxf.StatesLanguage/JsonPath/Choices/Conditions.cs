using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath.Choices;

internal sealed class Combination(CombinationKind kind, IReadOnlyList<ICondition> conditions) : ICondition
{
    public bool Holds(IEvaluationContext context, Payload data) =>
        kind switch
        {
            CombinationKind.And => conditions.All(condition => condition.Holds(context, data)),
            CombinationKind.Or => conditions.Any(condition => condition.Holds(context, data)),
            _ => !conditions[0].Holds(context, data),
        };
}

/// <summary>A comparison of a Choice rule: a variable, an operator, and a constant or a path to compare with.</summary>
internal sealed class Comparison(
    JsonPathExpression variable,
    ComparisonOperator operation,
    JsonElement constant,
    JsonPathExpression? operandPath
) : ICondition
{
    public bool Holds(IEvaluationContext context, Payload data)
    {
        var value = variable.Find(context, data.Tree);
        if (operation.AcceptsMissing)
        {
            return operation.Holds(value, constant);
        }

        var operand = operandPath is null
            ? constant
            : operandPath.Find(context, data.Tree) ?? throw Missing(context, operandPath);
        return operation.Holds(value ?? throw Missing(context, variable), operand);
    }

    private static StateFailedException Missing(IEvaluationContext context, JsonPathExpression path) =>
        context.RuntimeError($"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");
}
