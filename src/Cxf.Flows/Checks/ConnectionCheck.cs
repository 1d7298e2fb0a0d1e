using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks;

/// <summary>Every call goes over a connection that the tenant has, with a method that the connection allows.</summary>
internal sealed class ConnectionCheck : IFlowCheck
{
    public void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report)
    {
        if (surroundings is null)
        {
            return;
        }

        foreach (var step in flow.AllSteps.OfType<RestApiStep>())
        {
            if (!surroundings.Connections.TryGetValue(step.Connection, out var methods))
            {
                report.Report(step.Pointer + "/connection", FlowCodes.ConnectionUnknown, $"The tenant has no connection \"{step.Connection}\".",
                    surroundings.Connections.Count == 0 ? "Add a connection first." : $"Use one of: {string.Join(", ", surroundings.Connections.Keys)}.");
            }
            else if (!methods.Contains(step.Method))
            {
                report.Report(step.Pointer + "/method", FlowCodes.MethodNotAllowed, $"The connection \"{step.Connection}\" does not allow {step.Method}.",
                    $"Use one of: {string.Join(", ", methods)}; or allow it in the connection.");
            }
        }
    }
}
