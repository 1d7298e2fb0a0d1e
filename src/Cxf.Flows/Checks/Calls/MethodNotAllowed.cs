using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>Every call uses a method that its connection allows.</summary>
internal sealed class MethodNotAllowed() : FlowRule(FlowCodes.MethodNotAllowed, DiagnosticSeverity.Error,
    "A method that the connection does not allow.",
    "A connection lists its methods, so that one meant for reading cannot be used to change things.")
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>())
        {
            if (flow.Surroundings?.Connections.TryGetValue(step.Connection, out var methods) == true && !methods.Contains(step.Method))
            {
                Report(flow, step.Pointer + "/method", $"The connection \"{step.Connection}\" does not allow {step.Method}.",
                    $"Use one of: {string.Join(", ", methods)}; or allow it in the connection.");
            }
        }
    }
}
