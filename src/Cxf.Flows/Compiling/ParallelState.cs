using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>A <c>parallel</c> step is a Parallel; its list of results becomes an object by the branches' names.</summary>
internal static class ParallelState
{
    public static void Write(StateWriter state, ParallelStep step)
    {
        state.Begin("Parallel");
        state.Json.WriteStartArray("Branches");
        foreach (var (index, branch) in step.Branches.Index())
        {
            state.Machine.WriteBody(new ScopeFrame(branch.Body, state.Scope.Flow, state, index));
        }

        state.Json.WriteEndArray();
        WriteResults(state, step, "Output");
        state.AssignResult(step.Next, () => WriteResults(state, step, state.Name));
        ErrorCatch.Write(state, step.OnError);
        state.Onward(step.Next);
        state.End();
    }

    private static void WriteResults(StateWriter state, ParallelStep step, string member)
    {
        state.Json.WriteStartObject(member);
        foreach (var (index, branch) in step.Branches.Index())
        {
            state.Expression(branch.Name, $"$states.result[{index}]");
        }

        state.Json.WriteEndObject();
    }
}
