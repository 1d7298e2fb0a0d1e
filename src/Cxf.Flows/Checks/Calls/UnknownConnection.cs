using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>Every call goes over a connection that the tenant has.</summary>
internal sealed class UnknownConnection() : FlowRule(FlowCodes.ConnectionUnknown, DiagnosticSeverity.Error,
    "A connection that the tenant does not have.",
    "A flow names connections, never URLs; the connection's document says where the call goes and how it proves who calls.")
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>())
        {
            if (flow.Surroundings is { } surroundings && !surroundings.Connections.ContainsKey(step.Connection))
            {
                Report(flow, step.Pointer + "/connection", $"The tenant has no connection \"{step.Connection}\".",
                    surroundings.Connections.Count == 0
                        ? "Add a connection first."
                        : Suggestion.Of(step.Connection.Value, [.. surroundings.Connections.Keys.Select(id => id.Value)]));
            }
        }
    }
}
