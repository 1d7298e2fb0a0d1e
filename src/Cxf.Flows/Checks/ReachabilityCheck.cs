using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks;

/// <summary>Every step is on some path from the start, and from every step some end can be reached.</summary>
internal sealed class ReachabilityCheck : IFlowCheck
{
    public void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report)
    {
        var allRead = flow.Steps.Count == report.Root.Member("steps")!.Members().Count();
        var allNamed = flow.Steps.SelectMany(step => step.Transitions).All(transition => flow.Find(transition.Target) is not null);
        if (!allRead || !allNamed || flow.Find(flow.Start) is null)
        {
            // With steps missing or misnamed, paths are unknown; their own problems are reported already.
            return;
        }

        var next = flow.Steps.ToDictionary(step => step.Label, step => step.Transitions.Select(transition => transition.Target).ToList());
        var reached = Spread([flow.Start], label => next[label]);
        foreach (var step in flow.Steps.Where(step => !reached.Contains(step.Label)))
        {
            report.ReportName(step.Pointer, FlowCodes.StepUnreachable, $"No path leads to the step \"{step.Label}\".",
                "Name it as the next step somewhere, or remove it.");
        }

        var ends = flow.Steps.Where(step => next[step.Label].Count == 0).Select(step => step.Label);
        var ending = Spread(ends, label => next.Where(pair => pair.Value.Contains(label)).Select(pair => pair.Key));
        foreach (var step in flow.Steps.Where(step => reached.Contains(step.Label) && !ending.Contains(step.Label)))
        {
            report.ReportName(step.Pointer, FlowCodes.NoEnd, $"From the step \"{step.Label}\" the flow can never end.",
                "Lead some path to a step of kind \"respond\" or \"fail\".");
        }
    }

    private static HashSet<string> Spread(IEnumerable<string> from, Func<string, IEnumerable<string>> onwards)
    {
        var seen = from.ToHashSet();
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var label))
        {
            foreach (var other in onwards(label).Where(seen.Add))
            {
                open.Enqueue(other);
            }
        }

        return seen;
    }
}
