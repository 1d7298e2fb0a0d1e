using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>fail</c> step is a Fail with our word as the error and the spoken sentence as the cause. In a machine that claims its
/// runs it is the Task that records that first.
/// </summary>
internal static class FailState
{
    public static void Write(StateWriter state, FailStep step)
    {
        if (state.RecordsFailures)
        {
            RecordTask.WriteFailure(state, step);
            return;
        }

        state.Begin("Fail");
        WriteFailure(state, step);
        state.End();
    }

    /// <summary>The error code and the sentence.</summary>
    public static void WriteFailure(StateWriter state, FailStep step)
    {
        state.Json.WriteString("Error", ErrorOf(state, step));
        state.Member("Cause", step.Message);
    }

    /// <summary>
    /// The failure's name. On an error branch the input is <c>{"Error": …, "Cause": …}</c>, also after steps that only pass it
    /// on. In a branch or a loop it is FlowFailed, which the error branch of the step around it names.
    /// </summary>
    public static string ErrorOf(StateWriter state, FailStep step)
    {
        if (!state.Scope.IsMachine)
        {
            return FlowErrorCodes.FlowFailed;
        }

        if (step.ErrorCode is { } code)
        {
            return code == FlowErrorCodes.FlowFailed ? code : FailedRun.Prefix + code;
        }

        return state.Scope.Scope.Steps.Any(HasErrorBranch)
            ? ExpressionText.Wrap(
                " ($_error := $states.input.Error; $type($_error) = 'string' ? "
                    + $"'{FailedRun.Prefix}' & {AwsErrors.CodeOfCall("$_error")} : '{FlowErrorCodes.FlowFailed}') "
            )
            : FlowErrorCodes.FlowFailed;
    }

    private static bool HasErrorBranch(FlowStep step) =>
        step is RestApiStep { OnError.Count: > 0 } or ParallelStep { OnError.Count: > 0 } or ForEachStep { OnError.Count: > 0 };
}
