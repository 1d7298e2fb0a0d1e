using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Paths;

/// <summary>A loop that waits is better for counting its rounds too.</summary>
internal sealed class UncountedLoop()
    : FlowRule(
        FlowCodes.UncountedLoop,
        DiagnosticSeverity.Warning,
        "A loop that waits but whose rounds nothing counts.",
        "Nothing bounds how long it runs, so the caller can never wait for the flow, and a third party that never "
            + "answers keeps it running to its machine's end."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var scope in flow.Graph?.Scopes ?? [])
        {
            foreach (var loop in Loop.In(scope))
            {
                if (
                    loop.Any(place => scope.Steps[place] is WaitStep)
                    && flow.Graph!.Data.BoundOf(scope, loop) is null
                    && flow.Document.Lists(Kind.Code)
                )
                {
                    ReportName(
                        flow,
                        scope.Steps[loop[0]].Pointer,
                        $"Nothing counts the rounds of the loop {Loop.Show(scope, loop)}.",
                        Loop.Fix
                    );
                }
            }
        }
    }
}
