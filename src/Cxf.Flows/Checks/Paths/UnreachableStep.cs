using Cxf.Documents;

namespace Cxf.Flows.Checks.Paths;

/// <summary>Every step is on some path from the start of its scope.</summary>
internal sealed class UnreachableStep()
    : FlowRule(
        FlowCodes.StepUnreachable,
        DiagnosticSeverity.Error,
        "A step that no path reaches.",
        "It would never run; Step Functions refuses a machine with such a state."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var scope in flow.Graph?.Scopes ?? [])
        {
            foreach (var (_, step) in scope.Steps.Index().Where(entry => !scope.IsReached[entry.Index]))
            {
                ReportName(
                    flow,
                    step.Pointer,
                    $"No path leads to the step \"{step.Label}\".",
                    "Name it as the next step somewhere, or remove it."
                );
            }
        }
    }
}
