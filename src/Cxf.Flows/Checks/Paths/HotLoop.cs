using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Paths;

/// <summary>Every loop waits, or counts its rounds.</summary>
internal sealed class HotLoop()
    : FlowRule(
        FlowCodes.HotLoop,
        DiagnosticSeverity.Error,
        "A loop that neither waits nor counts its rounds.",
        "It repeats as fast as it can: it floods the third party, costs a transition each step and ends with the history's limit."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var scope in flow.Graph?.Scopes ?? [])
        {
            foreach (var loop in Loop.In(scope))
            {
                if (
                    !loop.Any(place => scope.Steps[place] is WaitStep)
                    && flow.Graph!.Data.BoundOf(scope, loop) is null
                    && flow.Document.Lists(Kind.Code)
                )
                {
                    ReportName(
                        flow,
                        scope.Steps[loop[0]].Pointer,
                        $"The loop {Loop.Show(scope, loop)} neither waits nor counts its rounds.",
                        Loop.Fix
                    );
                }
            }
        }
    }
}
