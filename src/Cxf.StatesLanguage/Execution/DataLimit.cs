using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.Execution;

/// <summary>The size limits of results and variables.</summary>
internal static class DataLimit
{
    /// <summary>The error of a result over <see cref="ServiceLimits.PayloadBytes"/>, in AWS's wording.</summary>
    public static StateError Exceeded(string stateOrTask) =>
        new(
            ErrorNames.DataLimitExceeded,
            $"The state/task '{stateOrTask}' returned a result with a size exceeding the maximum number of bytes service limit."
        );

    /// <summary>The input of a state's work, if it is within the limit (AWS, error handling, States.DataLimitExceeded).</summary>
    public static Payload Checked(Payload input, StateRun run)
    {
        run.Execution.CountKept(input);
        return input.Length <= ServiceLimits.PayloadBytes
            ? input
            : throw new StateFailedException(Exceeded(run.State.Name) with { NeedsItsName = true });
    }

    public static void CheckVariables(StateRun run, VariableScope scope, KeyValuePair<string, Payload>[] assigned)
    {
        if (assigned.Sum(static pair => (long)pair.Value.Length) > ServiceLimits.AssignBytes)
        {
            throw run.RuntimeError("The variables of the field 'Assign' exceed the maximum number of bytes service limit.");
        }

        if (scope.Size > ServiceLimits.VariableBytes)
        {
            throw run.RuntimeError("The variables of the execution exceed the maximum number of bytes service limit.");
        }
    }
}
