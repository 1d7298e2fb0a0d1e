using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The loops of one scope, as far as they make calls or run flows. One variable counts the passes of all of them: every
/// transition that closes a loop increments it, so that no step finds the same count twice.
/// </summary>
internal sealed class LoopPasses
{
    private readonly HashSet<string> _steps;
    private readonly HashSet<(string From, string Target)> _closing;

    private LoopPasses(ScopeGraph scope)
    {
        string LabelOf(int place) => scope.Steps[place].Label;
        _steps =
        [
            .. scope
                .Loops.Where(loop => scope.IsLoop(loop) && loop.Any(place => VariableUse.CountsPasses(scope.Steps[place])))
                .SelectMany(loop => loop.Select(LabelOf)),
        ];
        _closing =
            _steps.Count == 0
                ? []
                :
                [
                    .. DepthFirstSearch
                        .ClosingEdges(scope)
                        .Select(edge => (LabelOf(edge.From), LabelOf(edge.Target)))
                        .Where(edge => _steps.Contains(edge.Item1)),
                ];
    }

    /// <summary>The loops of each scope of a flow, by the scope's pointer.</summary>
    public static IReadOnlyDictionary<string, LoopPasses> Of(FlowDefinition flow) =>
        flow.Analysis.Graph.Scopes.ToDictionary(scope => scope.Scope.Pointer, scope => new LoopPasses(scope));

    /// <summary>Whether the passes of a loop around the step are counted.</summary>
    public bool Include(FlowStep step) => _steps.Contains(step.Label);

    /// <summary>Whether the next pass begins with a transition.</summary>
    public bool Ends(FlowStep from, StepTransition transition) => _closing.Contains((from.Label, transition.Target));
}
