using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>Every call goes over a connection that the tenant has.</summary>
internal sealed class UnknownConnection()
    : FlowRule(
        FlowCodes.ConnectionUnknown,
        DiagnosticSeverity.Error,
        "A connection that the tenant does not have.",
        "A flow names connections, never URLs; the connection's document says where the call goes and how it proves who calls."
    )
{
    public override void Check(CheckedFlow flow)
    {
        if (flow.Context is not { Connections: var connections })
        {
            return;
        }

        foreach (
            var step in flow
                .Flow.AllSteps.OfType<RestApiStep>()
                .Where(step => !connections.ContainsKey(step.Connection) && flow.Document.Lists(Kind.Code))
        )
        {
            Report(
                flow,
                step.Pointer + "/connection",
                $"The tenant has no connection \"{step.Connection}\".",
                connections.Count == 0
                    ? "Add a connection first."
                    : flow.Document.Suggest(step.Connection.Value, [.. connections.Keys.Select(id => id.Value)])
            );
        }

        foreach (var (run, inner) in flow.CompiledIn)
        {
            foreach (var step in inner.AllSteps.OfType<RestApiStep>().Where(step => !connections.ContainsKey(step.Connection)))
            {
                Report(
                    flow,
                    run.Outer.Pointer + "/version",
                    $"Version {run.Step.Version} of \"{run.Step.Flow}\" calls over the connection "
                        + $"\"{step.Connection}\" ({run.Path} → {step.Label}), which the tenant does not have.",
                    "Add the connection again, or name a version that does without it."
                );
            }
        }
    }
}
