using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>A <c>decision</c> step is a Choice.</summary>
internal static class DecisionState
{
    public static void Write(StateWriter states, DecisionStep step)
    {
        states.Head(step, "Choice");
        states.Json.WriteStartArray("Choices");
        foreach (var choice in step.Choices)
        {
            states.Json.WriteStartObject();
            states.Member("Condition", choice.When);
            states.Json.WriteString("Next", choice.Next.Target);
            states.Json.WriteEndObject();
        }

        states.Json.WriteEndArray();
        states.Json.WriteString("Default", step.Otherwise.Target);
    }
}
