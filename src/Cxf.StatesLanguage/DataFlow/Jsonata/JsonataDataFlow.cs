using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>Arguments, Output and Assign of a JSONata state.</summary>
internal sealed class JsonataDataFlow(
    JsonataTemplate? arguments,
    JsonataTemplate? output,
    IReadOnlyList<KeyValuePair<string, JsonataTemplate>> assign
) : StateDataFlow
{
    public override Payload Enter(IEvaluationContext context)
    {
        var data = arguments?.Evaluate(context) ?? context.Input;
        context.Inspection?.AfterArguments = data;
        return data;
    }

    public override StateExit Exit(IEvaluationContext context, Payload? result)
    {
        context.Result = result;
        try
        {
            return Evaluate(context, result ?? context.Input);
        }
        finally
        {
            context.Result = null;
        }
    }

    public override StateExit Catch(IEvaluationContext context, Payload errorOutput)
    {
        context.ErrorOutput = errorOutput;
        return Evaluate(context, errorOutput);
    }

    // Output and Assign see the same snapshot: variables that Assign sets are visible from the next state on.
    private StateExit Evaluate(IEvaluationContext context, Payload otherwise)
    {
        if (assign.Count == 0)
        {
            return new StateExit(output?.Evaluate(context) ?? otherwise, []);
        }

        var assigned = new KeyValuePair<string, Payload>[assign.Count];
        for (var index = 0; index < assigned.Length; index++)
        {
            assigned[index] = new(assign[index].Key, assign[index].Value.Evaluate(context));
        }

        return new StateExit(output?.Evaluate(context) ?? otherwise, assigned);
    }
}
