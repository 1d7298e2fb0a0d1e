using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Undo;

/// <summary>What undoes a step is a call that nothing else leads to.</summary>
internal sealed class UndoStep()
    : FlowRule(
        FlowCodes.UndoStep,
        DiagnosticSeverity.Error,
        "A step that cannot undo another.",
        "An undo step runs after the flow has failed: it is one call, it undoes one step, and no step comes before or after it."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var scope in flow.Graph?.Scopes ?? [])
        {
            var undone = new Dictionary<string, string>();
            foreach (var step in scope.Steps.Where(step => step.Undo is not null))
            {
                if (Problem(scope, step, undone) is var (message, fix))
                {
                    Report(flow, step.Undo!.Pointer, message, fix);
                }
            }

            var undoing = undone.Keys.ToHashSet();
            foreach (
                var transition in scope
                    .Steps.SelectMany(step => step.Transitions)
                    .Prepend(scope.Scope.Entry)
                    .Where(transition => undoing.Contains(transition.Target))
            )
            {
                Report(
                    flow,
                    transition.Pointer,
                    $"\"{transition.Target}\" undoes the step \"{undone[transition.Target]}\", so no other step leads to it.",
                    "Name another step here; the undo step runs by itself when the flow fails."
                );
            }
        }
    }

    private static (string Message, string Fix)? Problem(ScopeGraph scope, FlowStep step, Dictionary<string, string> undone)
    {
        var label = step.Undo!.Target;
        if (label == step.Label)
        {
            return ($"The step \"{label}\" cannot undo itself.", "Name another step, which undoes this one.");
        }

        if (scope.Scope.Find(label) is not { } undo)
        {
            return null;
        }

        if (undo is not RestApiStep)
        {
            return ($"The step \"{label}\" is no call, so it cannot undo anything.", "Name a step of kind \"restApi\".");
        }

        return undone.TryAdd(label, step.Label)
            ? null
            : (
                $"\"{label}\" undoes the step \"{undone[label]}\" already.",
                "Add a step of its own: its own result says what it undoes."
            );
    }
}
