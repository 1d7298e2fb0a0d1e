using Cxf.Flows.Analysis;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>The longest that each kind of step can take in a machine of one type, in seconds.</summary>
internal sealed class FlowTimes(
    FlowGraph graph,
    StateMachineType type,
    IReadOnlyDictionary<FlowId, LiveFlowFacts>? live,
    PinnedWeights pinned
)
{
    private readonly Dictionary<ScopeGraph, (ScopePaths Paths, HeavyPath Longest)> _known = [];
    private readonly Dictionary<PathPart, TimedPart> _timed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The longest path through a scope.</summary>
    public HeavyPath Longest(ScopeGraph scope) => Known(scope).Longest;

    /// <summary>The paths through a scope.</summary>
    public ScopePaths Paths(ScopeGraph scope) => Known(scope).Paths;

    /// <summary>A part of a path with its time.</summary>
    public TimedPart Timed(PathPart part) =>
        _timed.TryGetValue(part, out var known) ? known : _timed[part] = TimedPart.Of(part, this, graph);

    /// <summary>One visit of a step, with its bodies.</summary>
    public double Of(FlowStep step, ScopeGraph scope, int place) =>
        ServiceTimes.Transition
        + (scope.Undo.ExtraStates(step, place) * ServiceTimes.Transition)
        + OfUndo(scope, place)
        + step switch
        {
            RestApiStep call => CallTime.Of(call, type),
            WaitStep wait => wait.AtMost.TotalSeconds,
            ParallelStep => scope.Inner[place].Max(branch => Longest(branch).Weight),
            ForEachStep loop => Math.Ceiling((double)loop.AtMost / loop.Concurrency)
                * (Longest(scope.Inner[place][0]).Weight + ServiceTimes.Transition),
            RunFlowStep child => OfChild(child),
            _ => 0,
        };

    // The flow can fail after any step, and the caller hears so when everything is undone. What every failure passes is counted
    // at the first step, which every path has.
    private double OfUndo(ScopeGraph scope, int place) =>
        (place == scope.Start ? scope.Undo.StatesOnFailure * ServiceTimes.Transition : 0)
        + (scope.UndoOf[place] is { } undo ? ServiceTimes.Transition + CallTime.Of((RestApiStep)scope.Steps[undo], type) : 0);

    private (ScopePaths Paths, HeavyPath Longest) Known(ScopeGraph scope)
    {
        if (!_known.TryGetValue(scope, out var known))
        {
            var paths = new ScopePaths(scope, graph.Data, Of);
            _known[scope] = known = (paths, paths.Heaviest());
        }

        return known;
    }

    // Of a flow that is not known nothing is counted: where the tenant's flows are known, a rule of its own says that it is
    // missing.
    private double OfChild(RunFlowStep child) =>
        FlowRun.VersionOf(child) is { } version ? pinned.Of(version, flow => OfPinned(flow.Analysis.Graph)) : OfLive(child);

    // Compiled into this machine, so its steps take what they would take here.
    private double OfPinned(FlowGraph inner) => new FlowTimes(inner, type, live, pinned).Longest(inner.Root).Weight;

    // A run of its own, whose start may be refused, and a state that looks at how it ended.
    private double OfLive(RunFlowStep child)
    {
        var refused = TaskRetry.Throttled(type);
        return live?.GetValueOrDefault(child.Flow) is { } facts
            ? ServiceTimes.Transition
                + ServiceTimes.ChildStart
                + (refused.Attempts * ServiceTimes.Refusal)
                + refused.TotalDelay
                + facts.Bound.TotalSeconds
            : 0;
    }
}
