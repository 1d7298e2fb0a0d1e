using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>One place at which an expression reads a variable of the flow, with what is known about it there.</summary>
internal sealed record VariableUse(
    FlowExpression Expression,
    string Name,
    int Start,
    FlowGraph Graph,
    ScopeGraph Scope,
    int Place
)
{
    /// <summary>Whether at least one path to the step sets the variable.</summary>
    public bool IsSetOnSomePath => Graph.Data.IsEverSet(Name, Scope, Place);

    /// <summary>Whether every path to the step does.</summary>
    public bool IsSetOnEveryPath => Graph.Data.IsAlwaysSet(Name, Scope, Place);

    /// <summary>Whether the expression asks for the variable's existence, and so knows what it does.</summary>
    public bool IsGuarded => Expression.GuardedVariables.Contains(Name);

    /// <summary>The label of a step that sets it, or null when its scope brings it along.</summary>
    public string? Setter => Graph.Data.All(Name).FirstOrDefault(definition => definition.Place >= 0)?.Step.Label;

    /// <summary>The labels of a path on which nothing sets it.</summary>
    public IReadOnlyList<string> PathWithout() => PathSearch.Without(Name, Graph.Data, Scope, Place);

    /// <summary>Every use at a step that paths lead to.</summary>
    public static IEnumerable<VariableUse> In(CheckedFlow flow)
    {
        if (flow.Graph is not { } graph)
        {
            yield break;
        }

        foreach (var expression in flow.Expressions.Where(expression => expression.Compiled is not null))
        {
            var (scope, place) = graph.PlaceOf(expression.Step);
            if (!DataFlow.IsReached(scope, place))
            {
                continue;
            }

            foreach (var variable in expression.Compiled!.FreeVariables.Where(variable => graph.Data.Has(variable.Name)))
            {
                yield return new VariableUse(
                    expression,
                    variable.Name,
                    ExpressionText.Start + variable.Start,
                    graph,
                    scope,
                    place
                );
            }
        }
    }
}
