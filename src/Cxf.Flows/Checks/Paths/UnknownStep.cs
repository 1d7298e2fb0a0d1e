using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Paths;

/// <summary>Every step that is named as the next one exists, in the same scope.</summary>
internal sealed class UnknownStep()
    : FlowRule(
        FlowCodes.StepUnknown,
        DiagnosticSeverity.Error,
        "A next step or an undo step that does not exist here.",
        "Steps lead only to steps of their own scope: a branch or a loop's body is entered at its start and left at its end."
    )
{
    public override void Check(CheckedFlow flow) => Check(flow, flow.Flow.Body, flow.Document.Root);

    private void Check(CheckedFlow flow, StepScope scope, JsonCursor holder)
    {
        // A step that could not be read is in the document all the same; its own problem is reported already.
        var written = holder.Member("steps")!;
        var labels = written.Members().Select(step => step.Name).ToHashSet();
        foreach (
            var transition in scope
                .Steps.SelectMany(step => step.Transitions.Concat(step.Undo is { } undo ? [undo] : []))
                .Prepend(scope.Entry)
                .Where(transition => !labels.Contains(transition.Target) && flow.Document.Lists(Kind.Code))
        )
        {
            Report(
                flow,
                transition.Pointer,
                $"There is no step \"{transition.Target}\" "
                    + $"{(scope.IsBody ? "in this part of the flow" : "in the flow's own steps")}.",
                flow.Document.Suggest(transition.Target, labels)
            );
        }

        var members = new Dictionary<string, JsonCursor>();
        foreach (var member in scope.Steps.Any(step => step.Bodies.Count > 0) ? written.Members() : [])
        {
            members[member.Name] = member;
        }

        foreach (var step in scope.Steps)
        {
            switch (step)
            {
                case ForEachStep loop:
                    Check(flow, loop.Body, members[step.Label]);
                    break;
                case ParallelStep parallel:
                    CheckBranches(flow, parallel, members[step.Label].Member("branches")!);
                    break;
            }
        }
    }

    // Branches that could not be read are not in the model.
    private void CheckBranches(CheckedFlow flow, ParallelStep step, JsonCursor written)
    {
        var bodies = step.Branches.ToLookup(branch => branch.Name, branch => branch.Body);
        foreach (
            var (name, branches) in written
                .Members()
                .GroupBy(branch => branch.Name)
                .Select(group => (group.Last(), bodies[group.Key]))
        )
        {
            foreach (var body in branches)
            {
                Check(flow, body, name);
            }
        }
    }
}
