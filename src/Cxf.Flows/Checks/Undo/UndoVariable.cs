using Cxf.Documents;
using Cxf.Flows.Analysis;

namespace Cxf.Flows.Checks.Undo;

/// <summary>What an undo step reads is what the step that it undoes has read, and its result.</summary>
internal sealed class UndoVariable()
    : FlowRule(
        FlowCodes.UndoVariable,
        DiagnosticSeverity.Error,
        "A variable that can have changed when an undo step reads it.",
        "An undo runs after any later step, and reads variables as they are then: it could undo something else."
    )
{
    public override void Check(CheckedFlow flow)
    {
        if (flow.Graph is not { Root: { Undo.Order.Count: > 0 } scope })
        {
            return;
        }

        var expressions = flow.Expressions.Where(expression => expression.Compiled is not null).ToLookup(read => read.Step.Label);
        foreach (var (place, undo) in scope.Undo.Order)
        {
            Check(flow, scope, (place, undo), [.. expressions[scope.Steps[undo].Label]]);
        }
    }

    private void Check(CheckedFlow flow, ScopeGraph scope, (int Step, int Undo) places, IReadOnlyList<FlowExpression> read)
    {
        var (place, undo) = places;
        if (read.Count == 0)
        {
            return;
        }

        var later = SetLater(flow, scope, place);
        foreach (var expression in read)
        {
            foreach (var variable in expression.Compiled!.FreeVariables)
            {
                // What no earlier step sets is reported by another rule.
                if (later.TryGetValue(variable.Name, out var setter) && flow.Graph!.Data.IsEverSet(variable.Name, scope, undo))
                {
                    ReportInText(
                        flow,
                        expression.Pointer,
                        Model.ExpressionText.Start + variable.Start,
                        $"\"{setter}\" can set ${variable.Name} again before \"{expression.Step.Label}\" reads it.",
                        $"Let \"{setter}\" set a variable of another name, or read ${scope.Steps[place].Label} here."
                    );
                }
            }
        }
    }

    /// <summary>The variables that steps after one set, each with the first of those steps.</summary>
    private static Dictionary<string, string> SetLater(CheckedFlow flow, ScopeGraph scope, int place)
    {
        var set = new Dictionary<string, string>();
        var seen = new bool[scope.Steps.Count];
        var open = new Queue<int>(scope.Edges[place].Where(edge => !edge.IsError).Select(edge => edge.Target));
        flow.Analysis.Spend(scope.Steps.Count);
        while (open.TryDequeue(out var next))
        {
            if (seen[next])
            {
                continue;
            }

            seen[next] = true;
            foreach (var name in scope.Steps[next].Assigned)
            {
                set.TryAdd(name, scope.Steps[next].Label);
            }

            foreach (var edge in scope.Edges[next])
            {
                open.Enqueue(edge.Target);
            }
        }

        return set;
    }
}
