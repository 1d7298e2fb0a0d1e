using Cxf.Flows.Model;

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
        state.Json.WriteString("Error", FlowErrorCodes.FlowFailed);
        state.Member("Cause", step.Message);
    }
}
