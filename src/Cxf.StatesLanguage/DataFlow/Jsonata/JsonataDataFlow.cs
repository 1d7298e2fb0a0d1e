using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>Arguments, Output and Assign of a JSONata state.</summary>
internal sealed class JsonataDataFlow(
    JsonataTemplate? arguments, JsonataTemplate? output, IReadOnlyList<KeyValuePair<string, JsonataTemplate>> assign)
    : StateDataFlow
{
    public override Payload Enter(StateRun run) => arguments?.Evaluate(run) ?? run.Input;

    public override StateExit Exit(StateRun run, Payload? result)
    {
        run.Result = result;
        try
        {
            return Evaluate(run, result ?? run.Input);
        }
        finally
        {
            run.Result = null;
        }
    }

    public override StateExit Catch(StateRun run, Payload errorOutput)
    {
        run.ErrorOutput = errorOutput;
        return Evaluate(run, errorOutput);
    }

    // Output and Assign see the same snapshot: what Assign sets is visible from the next state on.
    private StateExit Evaluate(StateRun run, Payload otherwise)
    {
        if (assign.Count == 0)
        {
            return new StateExit(output?.Evaluate(run) ?? otherwise, []);
        }

        var assigned = new KeyValuePair<string, Payload>[assign.Count];
        for (var index = 0; index < assigned.Length; index++)
        {
            assigned[index] = new(assign[index].Key, assign[index].Value.Evaluate(run));
        }

        return new StateExit(output?.Evaluate(run) ?? otherwise, assigned);
    }
}
