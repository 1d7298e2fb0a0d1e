using Cxf.Flows.Analysis;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>
/// How long a flow can take at the very most, and what follows from it: whether its caller can wait for the answer, and so the
/// type of its machine. The bound counts every attempt with its timeout, every wait between them, every round of a loop.
/// </summary>
public sealed class FlowTiming
{
    private readonly FlowTimes _times;
    private readonly FlowGraph _graph;

    private FlowTiming(
        FlowGraph graph,
        IReadOnlyDictionary<FlowId, LiveFlowFacts>? live,
        IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned
    )
    {
        _graph = graph;
        Budget = CallerMargins.Budget(graph.Flow.CallerLimit);
        var express = new FlowTimes(graph, StateMachineType.Express, live, new PinnedWeights(pinned));
        var waiting = express.Longest(graph.Root);
        var isUnsafe = RunSafety.IsUnsafe(graph.Flow, pinned);
        var claim = isUnsafe ? ClaimTimes.Usual : 0;
        FitsCaller = waiting.Weight + claim <= Budget.TotalSeconds;
        Type =
            graph.Flow.Caller == CallerMode.Waits
            || (graph.Flow.Caller == CallerMode.Auto && FitsCaller && !StandardFlows.In(graph.Flow, live, pinned).Any())
                ? StateMachineType.Express
                : StateMachineType.Standard;
        ClaimsRuns = isUnsafe && Type == StateMachineType.Express;
        RepeatedWrites = TimeSpan.FromSeconds(ClaimsRuns ? ClaimTimes.Repeated : 0);
        WhenWaiting = TimedPath.Of(waiting, claim, express);
        _times =
            Type == StateMachineType.Express
                ? express
                : new FlowTimes(graph, StateMachineType.Standard, live, new PinnedWeights(pinned));
        Longest = Type == StateMachineType.Express ? WhenWaiting : TimedPath.Of(_times.Longest(graph.Root), 0, _times);
    }

    /// <summary>What the caller's limit leaves for the flow.</summary>
    public TimeSpan Budget { get; }

    /// <summary>Whether the longest path is within the budget when the caller waits.</summary>
    public bool FitsCaller { get; }

    /// <summary>The type of machine that the flow needs: EXPRESS where the caller waits, else STANDARD.</summary>
    public StateMachineType Type { get; }

    /// <summary>
    /// Whether runs are claimed and recorded: an EXPRESS run can be started twice under one name, and this flow must not do its
    /// work twice. An EXPRESS flow that claims nothing only reads, so it can be asked again.
    /// </summary>
    public bool ClaimsRuns { get; }

    /// <summary>The longest path in a machine whose caller waits, whatever <see cref="Type"/> is.</summary>
    public TimedPath WhenWaiting { get; }

    /// <summary>The longest path in a machine of this <see cref="Type"/>.</summary>
    public TimedPath Longest { get; }

    /// <summary>
    /// What a run takes on top of <see cref="Longest"/> where the writes that claim it and record its answer fail and are
    /// repeated; zero for a machine that does neither. It counts for the machine's timeout but not for what fits a caller.
    /// </summary>
    public TimeSpan RepeatedWrites { get; }

    /// <summary>The paths through the flow's own steps with their times.</summary>
    internal ScopePaths Paths => _times.Paths(_graph.Root);

    /// <summary>The longest that each step can take, at any depth.</summary>
    public IEnumerable<StepBound> StepBounds() =>
        from scope in _graph.Scopes
        from entry in scope.Steps.Index()
        select new StepBound(entry.Item.Pointer, Duration.Of(_times.Of(entry.Item, scope, entry.Index)));

    /// <summary>
    /// The slowest path through the flow, and through what is inside its steps: of parallel branches only through the slowest.
    /// </summary>
    public IEnumerable<SlowestPath> SlowestPaths() => SlowestPaths(_graph.Root);

    /// <summary>The clock of a flow that was read without errors.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="live">The tenant's live flows, for <c>runFlow</c>.</param>
    /// <param name="pinned">The published versions that the flow compiles in.</param>
    public static FlowTiming Of(
        FlowDefinition flow,
        IReadOnlyDictionary<FlowId, LiveFlowFacts>? live = null,
        IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned = null
    ) => new(flow.Analysis.Graph, live, pinned);

    internal static FlowTiming Of(FlowGraph graph, FlowContext? context) => new(graph, context?.LiveFlows, context?.PinnedFlows);

    internal TimedPath Timed(HeavyPath path) => TimedPath.Of(path, Longest.Claim.TotalSeconds, _times);

    private IEnumerable<SlowestPath> SlowestPaths(ScopeGraph scope)
    {
        var path = _times.Longest(scope);
        yield return new SlowestPath(scope.Scope.Pointer, [.. path.Parts.Select(_times.Timed)]);
        foreach (
            var inner in path
                .Parts.SelectMany(part => part.Steps)
                .Select(step => scope.Inner[scope.PlaceOf(step.Label)].MaxBy(body => _times.Longest(body).Weight))
                .OfType<ScopeGraph>()
                .SelectMany(SlowestPaths)
        )
        {
            yield return inner;
        }
    }
}
