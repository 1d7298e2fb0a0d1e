using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>A <c>respond</c> step is a Succeed whose output is the answer: <c>{"message": …, "outputs": {…}}</c>.</summary>
internal static class RespondState
{
    public static void Write(StateWriter states, RespondStep step)
    {
        states.Head(step, "Succeed");
        states.Json.WriteStartObject("Output");
        states.Member("message", step.Message);
        states.Member("outputs", step.Outputs);
        states.Json.WriteEndObject();
    }
}
