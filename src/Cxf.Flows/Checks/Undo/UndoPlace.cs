using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Undo;

/// <summary>An undo runs when the flow fails, once, and knows what it undoes.</summary>
internal sealed class UndoPlace()
    : FlowRule(
        FlowCodes.UndoPlace,
        DiagnosticSeverity.Error,
        "An undo that cannot be right in its place, or has no use there.",
        "Step Functions cancels the other branches or items when one fails, without a chance to undo; and after a loop only the "
            + "result of its last round is known. So only steps of the flow itself, outside of loops, can be undone."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var scope in flow.Graph?.Scopes ?? [])
        {
            for (var place = 0; place < scope.Steps.Count; place++)
            {
                if (scope.Steps[place].Undo is not null && Problem(scope, place) is var (message, fix))
                {
                    Report(flow, scope.Steps[place].Pointer + "/undo", message, fix);
                }
            }
        }

        CheckCompiledIn(flow);
    }

    private static (string Message, string Fix)? Problem(ScopeGraph scope, int place)
    {
        var step = scope.Steps[place];
        var around = scope.Outer?.Steps[scope.Holder];
        return around is not null
                ? (
                    $"\"{step.Label}\" is inside \"{around.Label}\", which can be cancelled before the step is undone.",
                    "Move the step out of it, or into a live flow that is run from here, and undo it there."
                )
            : scope.IsLoop(scope.Loops[scope.ComponentOf[place]])
                ? (
                    $"\"{step.Label}\" is in a loop, and only its last round could be undone.",
                    "Move the steps of the loop into a flow of its own that the loop runs, and undo the step there."
                )
            : step is RestApiStep { IsUnsafe: false } call
                ? ($"A {call.Method} changes nothing, so there is nothing to undo.", "Remove \"undo\".")
            : scope.UndoOf[place] is { } undo && scope.IsReached[place] && IsUnused(scope, undo)
                ? ($"Nothing after \"{step.Label}\" can fail, so it is never undone.", "Remove \"undo\" and the undo step.")
            : null;
    }

    private static bool IsUnused(ScopeGraph scope, int undo) =>
        scope.Undo.Order.Take(scope.Undo.FirstUsed).Any(unused => unused.Undo == undo);

    // A version is a part of this machine: what is around it cancels it, too.
    private void CheckCompiledIn(CheckedFlow flow)
    {
        foreach (
            var run in flow
                .CompiledIn.Where(inner => inner.Flow.Steps.Any(step => step.Undo is not null))
                .Select(inner => inner.Run)
                .DistinctBy(run => run.Outer)
        )
        {
            if (flow.Graph?.PlaceOf(run.Outer).Scope is { Outer: { } outer, Holder: var holder })
            {
                Report(
                    flow,
                    run.Outer.Pointer,
                    $"The flow {run.Step.Flow} undoes its steps when it fails, but is compiled into "
                        + $"\"{outer.Steps[holder].Label}\", which can cancel it before.",
                    "Run the flow outside of it, or run it live (without \"version\")."
                );
            }
        }
    }
}
