using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath.Choices;

/// <summary>A comparison of a Choice rule: a variable, an operator, and a constant or a path to compare with.</summary>
internal sealed class Comparison(
    JsonPathExpression variable, ComparisonOperator operation, JsonElement constant, JsonPathExpression? operandPath)
    : ICondition
{
    public bool Holds(StateRun run)
    {
        var data = run.State.Flow.Enter(run).Tree;
        var value = variable.Find(run, data);
        if (operation.AcceptsMissing)
        {
            return operation.Holds(value, constant);
        }

        var operand = operandPath is null ? constant : operandPath.Find(run, data) ?? throw Missing(run, operandPath);
        return operation.Holds(value ?? throw Missing(run, variable), operand);
    }

    private static StateFailedException Missing(StateRun run, JsonPathExpression path) =>
        run.RuntimeError($"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");
}
