using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// The steps of one scope as a graph. Only a flow in which every step was read and every next step exists has one.
/// </summary>
internal sealed class ScopeGraph
{
    private readonly Dictionary<string, int> _places;
    private ScopeUndo? _undo;
    private List<int>[]? _before;
    private int[][]? _after;

    public ScopeGraph(StepScope scope, ScopeGraph? outer, int holder)
    {
        (Scope, Outer, Holder) = (scope, outer, holder);
        _places = scope.Steps.Index().ToDictionary(entry => entry.Item.Label, entry => entry.Index);
        Start = _places[scope.Start];
        Edges = [.. scope.Steps.Select(step => EdgesOf(step, _places))];
        IsEnd = [.. scope.Steps.Select(step => StepFacts.EndsPath(step) && step is not RestApiStep { IsUndo: true })];
        UndoOf = [.. scope.Steps.Select(PlaceOfUndo)];
        IsReached = Reached();
        Loops = StronglyConnected.Components(Edges);
        (ComponentOf, NumberInLoop) = (new int[Edges.Length], new int[Edges.Length]);
        for (var component = 0; component < Loops.Count; component++)
        {
            for (var number = 0; number < Loops[component].Count; number++)
            {
                var place = Loops[component][number];
                (ComponentOf[place], NumberInLoop[place]) = (component, number);
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
    public StepEdge[][] Edges { get; }

    /// <summary>Whether a path can end with each step; not with one that undoes another, which is on no path.</summary>
    public bool[] IsEnd { get; }

    /// <summary>The step that undoes each step when the flow fails later; null where none does.</summary>
    public int?[] UndoOf { get; }

    /// <summary>What undoes the steps, and from where.</summary>
    public ScopeUndo Undo => _undo ??= new ScopeUndo(this);

    /// <summary>Whether some path leads to each step, or to one that it undoes.</summary>
    public bool[] IsReached { get; }

    /// <summary>
    /// The steps in groups that can reach each other: loops, and steps alone. Every group comes after those it leads to.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> Loops { get; }

    /// <summary>The group of each step.</summary>
    public int[] ComponentOf { get; }

    /// <summary>The place of each step in its group.</summary>
    public int[] NumberInLoop { get; }

    /// <summary>The graphs inside each step.</summary>
    public IReadOnlyList<IReadOnlyList<ScopeGraph>> Inner { get; }

    /// <summary>This graph and all inside of it.</summary>
    public IEnumerable<ScopeGraph> All => Inner.SelectMany(inner => inner).SelectMany(graph => graph.All).Prepend(this);

    /// <summary>Whether a step can come after itself.</summary>
    public bool IsLoop(IReadOnlyList<int> component) =>
        component.Count > 1 || Edges[component[0]].Any(edge => edge.Target == component[0]);

    /// <summary>The place of a step by its label.</summary>
    public int PlaceOf(string label) => _places[label];

    /// <summary>The steps before a step.</summary>
    public IReadOnlyList<int> Before(int place) => (_before ??= Predecessors())[place];

    /// <summary>The groups that a group leads to, in the order of the document.</summary>
    public int[] After(int group) => (_after ??= [.. Loops.Select(Successors)])[group];

    private int[] Successors(IReadOnlyList<int> loop, int group)
    {
        var after = new List<int>();
        foreach (var place in loop)
        {
            foreach (var edge in Edges[place])
            {
                if (ComponentOf[edge.Target] != group)
                {
                    after.Add(ComponentOf[edge.Target]);
                }
            }
        }

        return after.Count > 1 ? [.. after.Distinct()] : [.. after];
    }

    private bool[] Reached()
    {
        var reached = new bool[Edges.Length];
        reached[Start] = true;
        var open = new Stack<int>([Start]);
        while (open.TryPop(out var place))
        {
            if (Steps[place].Undo is { } undo && _places.TryGetValue(undo.Target, out var undoing))
            {
                reached[undoing] = true;
            }

            foreach (var edge in Edges[place])
            {
                if (!reached[edge.Target])
                {
                    reached[edge.Target] = true;
                    open.Push(edge.Target);
                }
            }
        }

        return reached;
    }

    // What names a step that does not exist, or one of another kind, is reported by a rule.
    private int? PlaceOfUndo(FlowStep step) =>
        step.Undo is { } undo
        && _places.TryGetValue(undo.Target, out var place)
        && Steps[place] is RestApiStep { IsUndo: true } undoing
        && undoing != step
            ? place
            : null;

    private List<int>[] Predecessors()
    {
        var before = Edges.Select(_ => new List<int>()).ToArray();
        for (var place = 0; place < Edges.Length; place++)
        {
            foreach (var edge in Edges[place])
            {
                before[edge.Target].Add(place);
            }
        }

        return before;
    }

    private static StepEdge[] EdgesOf(FlowStep step, Dictionary<string, int> places)
    {
        var transitions = step.Transitions.ToList();
        var firstError = transitions.Count - StepFacts.ErrorBranches(step).Count;
        return
        [
            .. transitions.Select((transition, index) => new StepEdge(places[transition.Target], index >= firstError)).Distinct(),
        ];
    }
}
