using Cxf.Documents;
using Cxf.Flows.Checks.Paths;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>What is used is set on every path, or the expression asks whether it is.</summary>
internal sealed class MaybeUnsetVariable()
    : FlowRule(
        FlowCodes.VariableMaybeUnset,
        DiagnosticSeverity.Warning,
        "A variable that may be undefined: some path to its use does not set it.",
        "On that path the expression finds nothing under the name, and the run fails where it needs a value."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (
            var use in VariableUse
                .In(flow)
                .Where(use =>
                    use is { IsSetOnEveryPath: false, IsSetOnSomePath: true, IsGuarded: false } && flow.Document.Lists(Kind.Code)
                )
        )
        {
            ReportInText(
                flow,
                use.Expression.Pointer,
                use.Start,
                $"${use.Name} may be undefined: nothing sets it on the path {Loop.Path(use.PathWithout())}.",
                "Set it on every path (a step of kind \"transform\" at the start gives it a value), or ask: "
                    + $"$exists(${use.Name}) ? … : …."
            );
        }
    }
}
