using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>runFlow</c> step of one version is a Parallel with that flow as its only branch: its variables stay in it, its
/// <c>respond</c> ends it with the answer, and its failures are the step's.
/// </summary>
internal static class PinnedFlowState
{
    private const string Answer = "$states.result[0]";

    public static void Write(StateWriter state, RunFlowStep step)
    {
        var version = step.Version!.Value;
        var flow = state.Machine.Target.PinnedFlows[new PinnedVersion(step.Flow, version)];
        var json = state.Json;
        state.Begin("Parallel");
        json.WriteStartObject("Arguments");
        if (step.Payload is { } payload)
        {
            state.Member(FlowFrame.Payload, payload);
        }
        else
        {
            json.WriteStartObject(FlowFrame.Payload);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("Branches");
        state.Machine.WriteBody(new ScopeFrame(flow.Body, new FlowFrame(flow, version, state)));
        json.WriteEndArray();
        state.Expression("Output", Answer);
        state.AssignResult(step.Next, () => state.Expression(state.Name, Answer));
        ErrorCatch.Write(state, step.OnError);
        state.Onward(step.Next);
        state.End();
    }
}
