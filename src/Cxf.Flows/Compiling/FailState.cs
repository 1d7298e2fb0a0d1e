using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>A <c>fail</c> step is a Fail with our word as the error and the spoken sentence as the cause.</summary>
internal static class FailState
{
    public static void Write(StateWriter states, FailStep step)
    {
        states.Head(step, "Fail");
        states.Json.WriteString("Error", FlowErrorWords.FlowFailed);
        states.Member("Cause", step.Message);
    }
}
