using Cxf.Documents;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>A step's result and what steps assign are used only where some path has set them before.</summary>
internal sealed class UnsetVariable()
    : FlowRule(
        FlowCodes.VariableUnset,
        DiagnosticSeverity.Error,
        "A variable that no path has set before it is used.",
        "A result exists only after its step ran, and what a branch or a loop's body sets stays in it."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var use in VariableUse.In(flow).Where(use => !use.IsSetOnSomePath && flow.Document.Lists(Kind.Code)))
        {
            var step = use.Expression.Step;
            ReportInText(
                flow,
                use.Expression.Pointer,
                use.Start,
                $"No path sets ${use.Name} before the step \"{step.Label}\".",
                use.Setter is { } setter && setter != step.Label
                    ? $"Use it after the step \"{setter}\", on a path through it and in the same part of the flow."
                    : "Use it in a later step."
            );
        }
    }
}
