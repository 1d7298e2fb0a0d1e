using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>Items of a JSONata Map: an expression, an array with expressions in it, or by default the state's input.</summary>
internal sealed class JsonataItems(StatesExpression? expression, IDataTemplate? array) : IItemSource
{
    public JsonElement Evaluate(StateRun run)
    {
        if (expression is not null)
        {
            return ValueText.ToPayload(expression.Evaluate(run, JsonataKind.Array)).Tree;
        }

        if (array is not null)
        {
            return array.Evaluate(run).Tree;
        }

        return run.Input.Tree.ValueKind == JsonValueKind.Array
            ? run.Input.Tree
            : throw new EvaluationFailedException(
                run.Describe($"Map state input must be an array but was: {JsonKinds.Compact(run.Input.Tree)}"), null);
    }
}
