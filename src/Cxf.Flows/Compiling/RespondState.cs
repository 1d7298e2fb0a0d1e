using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>respond</c> step is a Succeed whose output is the answer: <c>{"message": …, "outputs": {…}}</c>. In a machine that
/// claims its runs it is the Task that records the answer.
/// </summary>
internal static class RespondState
{
    public static void Write(StateWriter state, RespondStep step)
    {
        if (state.RecordsFailures)
        {
            RecordTask.WriteAnswer(state, step);
            return;
        }

        state.Begin("Succeed");
        WriteAnswer(state, step);
        state.End();
    }

    /// <summary>The answer as the state's output.</summary>
    public static void WriteAnswer(StateWriter state, RespondStep step)
    {
        state.Json.WriteStartObject("Output");
        state.Member("message", step.Message);
        state.Member("outputs", step.Outputs);
        state.Json.WriteEndObject();
    }
}
