using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>The steps of one scope as a graph. Only a flow in which every step was read and every next step exists has one.</summary>
internal sealed class ScopeGraph
{
    private readonly Dictionary<string, int> _places;
    private List<int>[]? _before;

    public ScopeGraph(StepScope scope, ScopeGraph? outer, int holder)
    {
        (Scope, Outer, Holder) = (scope, outer, holder);
        _places = scope.Steps.Index().ToDictionary(entry => entry.Item.Label, entry => entry.Index);
        Start = _places[scope.Start];
        IReadOnlyList<StepEdge>[] edges = [.. scope.Steps.Select(step => EdgesOf(step, _places))];
        Edges = edges;
        IsReached = Spread([Start], place => Edges[place].Select(edge => edge.Target));
        Loops = StronglyConnected.Components(Edges);
        ComponentOf = new int[Edges.Count];
        foreach (var (index, component) in Loops.Index())
        {
            foreach (var place in component)
            {
                ComponentOf[place] = index;
            }
        }

        Inner = [.. scope.Steps.Select((step, place) => step.Bodies.Select(body => new ScopeGraph(body, this, place)).ToList())];
    }

    public StepScope Scope { get; }

    /// <summary>The graph around this one, or null for the flow's own.</summary>
    public ScopeGraph? Outer { get; }

    /// <summary>The step of <see cref="Outer"/> that holds this scope.</summary>
    public int Holder { get; }

    public IReadOnlyList<FlowStep> Steps => Scope.Steps;

    /// <summary>The place of the first step.</summary>
    public int Start { get; }

    /// <summary>The ways on from each step.</summary>
    public IReadOnlyList<IReadOnlyList<StepEdge>> Edges { get; }

    /// <summary>Whether some path leads to each step.</summary>
    public IReadOnlyList<bool> IsReached { get; }

    /// <summary>The steps in groups that can reach each other: loops, and steps alone. Every group stands behind those it leads to.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Loops { get; }

    /// <summary>The group of each step.</summary>
    public int[] ComponentOf { get; }

    /// <summary>The graphs inside each step.</summary>
    public IReadOnlyList<IReadOnlyList<ScopeGraph>> Inner { get; }

    /// <summary>This graph and all inside of it.</summary>
    public IEnumerable<ScopeGraph> All => Inner.SelectMany(inner => inner).SelectMany(graph => graph.All).Prepend(this);

    /// <summary>Whether a step can come after itself.</summary>
    public bool IsLoop(IReadOnlyList<int> component) =>
        component.Count > 1 || Edges[component[0]].Any(edge => edge.Target == component[0]);

    /// <summary>Everything that can be reached from some places.</summary>
    public bool[] Spread(IEnumerable<int> from, Func<int, IEnumerable<int>> onwards)
    {
        var seen = new bool[Edges.Count];
        var open = new Stack<int>();
        foreach (var place in from)
        {
            seen[place] = true;
            open.Push(place);
        }

        while (open.TryPop(out var place))
        {
            foreach (var target in onwards(place).Where(target => !seen[target]))
            {
                seen[target] = true;
                open.Push(target);
            }
        }

        return seen;
    }

    /// <summary>The place of a step by its label.</summary>
    public int PlaceOf(string label) => _places[label];

    /// <summary>The steps before a step.</summary>
    public IReadOnlyList<int> Before(int place) => (_before ??= Predecessors())[place];

    private List<int>[] Predecessors()
    {
        var before = Edges.Select(_ => new List<int>()).ToArray();
        for (var place = 0; place < Edges.Count; place++)
        {
            foreach (var edge in Edges[place])
            {
                before[edge.Target].Add(place);
            }
        }

        return before;
    }

    private static List<StepEdge> EdgesOf(FlowStep step, Dictionary<string, int> places)
    {
        var transitions = step.Transitions.ToList();
        var firstError = transitions.Count - StepFacts.ErrorBranches(step).Count;
        return
        [
            .. transitions.Select((transition, index) => new StepEdge(places[transition.Target], index >= firstError)).Distinct(),
        ];
    }
}
