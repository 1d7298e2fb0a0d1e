using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>transform</c> step is a Pass that assigns. Where it ends a body, the object of its values is the result.
/// </summary>
internal static class TransformState
{
    public static void Write(StateWriter state, TransformStep step)
    {
        state.Begin("Pass");
        if (step.Next is null)
        {
            state.Json.WriteStartObject("Output");
            foreach (var (name, value) in step.Assign)
            {
                state.Member(name, value);
            }

            state.Json.WriteEndObject();
        }
        else
        {
            state.Assign(
                step.Next,
                () =>
                {
                    foreach (var (name, value) in step.Assign)
                    {
                        state.Member(state.Scope.Flow.NameOf(name), value);
                    }
                }
            );
        }

        state.Onward(step.Next);
        state.End();
    }
}
