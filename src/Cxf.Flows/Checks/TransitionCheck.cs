using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks;

/// <summary>Every step that is named as the next one exists.</summary>
internal sealed class TransitionCheck : IFlowCheck
{
    public void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report)
    {
        // A step that could not be read is in the document all the same; its own problem is reported already.
        var labels = report.Root.Member("steps")!.Members().Select(step => step.Name).ToHashSet();
        var transitions = flow.Steps.SelectMany(step => step.Transitions).Prepend(new StepTransition(flow.Start, "/start"));
        foreach (var transition in transitions.Where(transition => !labels.Contains(transition.Target)))
        {
            report.Report(transition.Pointer, FlowCodes.StepUnknown, $"There is no step \"{transition.Target}\".",
                $"Use one of: {string.Join(", ", labels)}.");
        }
    }
}
