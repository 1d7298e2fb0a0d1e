using Cxf.Documents;
using Cxf.Flows.Analysis;

namespace Cxf.Flows.Checks.Paths;

/// <summary>From every step some end of its scope can be reached.</summary>
internal sealed class EndlessStep()
    : FlowRule(
        FlowCodes.NoEnd,
        DiagnosticSeverity.Error,
        "A step from which no end can be reached.",
        "A caller would wait for an answer that never comes."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var scope in flow.Graph?.Scopes ?? [])
        {
            var ends = scope.Steps.Index().Where(entry => StepFacts.EndsPath(entry.Item)).Select(entry => entry.Index);
            var ending = scope.Spread(ends, place => scope.Before(place));
            foreach (var (_, step) in scope.Steps.Index().Where(entry => scope.IsReached[entry.Index] && !ending[entry.Index]))
            {
                ReportName(
                    flow,
                    step.Pointer,
                    $"From the step \"{step.Label}\" the flow can never end.",
                    scope.Scope.IsBody
                        ? "Leave out \"next\" in the step that ends this part of the flow."
                        : "Lead some path to a step of kind \"respond\" or \"fail\"."
                );
            }
        }
    }
}
