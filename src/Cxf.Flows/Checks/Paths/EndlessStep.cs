using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

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
            var ending = EndingOf(scope);
            foreach (
                var (_, step) in scope
                    .Steps.Index()
                    .Where(entry =>
                        entry.Item is not RestApiStep { IsUndo: true }
                        && scope.IsReached[entry.Index]
                        && !ending[scope.ComponentOf[entry.Index]]
                    )
            )
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

    // Groups are in the order in which those that one leads to come before it.
    private static bool[] EndingOf(ScopeGraph scope)
    {
        var ending = new bool[scope.Loops.Count];
        for (var group = 0; group < ending.Length; group++)
        {
            ending[group] = scope.Loops[group].Any(place => scope.IsEnd[place]) || scope.After(group).Any(next => ending[next]);
        }

        return ending;
    }
}
