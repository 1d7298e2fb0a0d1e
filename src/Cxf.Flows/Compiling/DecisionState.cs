using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>A <c>decision</c> step is a Choice.</summary>
internal static class DecisionState
{
    public static void Write(StateWriter state, DecisionStep step)
    {
        state.Begin("Choice");
        state.Json.WriteStartArray("Choices");
        foreach (var choice in step.Choices)
        {
            state.Json.WriteStartObject();
            state.Member("Condition", choice.When);
            state.Assign(choice.Next);
            state.Next("Next", choice.Next);
            state.Json.WriteEndObject();
        }

        state.Json.WriteEndArray();
        state.Assign(step.Otherwise);
        state.Next("Default", step.Otherwise);
        state.End();
    }
}
