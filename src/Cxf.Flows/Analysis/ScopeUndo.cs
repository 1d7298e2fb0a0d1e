using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// Which steps of a scope are undone when the flow fails, in which order, and from which steps on. A step that is undone is in no
/// loop, so every path passes two of them in the same order: the last one is undone first.
/// </summary>
internal sealed class ScopeUndo
{
    private readonly int[] _first;

    public ScopeUndo(ScopeGraph scope)
    {
        // Groups come after those that they lead to, so the last step comes first.
        Order =
        [
            .. Enumerable
                .Range(0, scope.Steps.Count)
                .Where(place => scope.UndoOf[place] is not null && scope.IsReached[place])
                .OrderBy(place => scope.ComponentOf[place])
                .Select(place => (place, scope.UndoOf[place]!.Value))
                .DistinctBy(undo => undo.Value),
        ];
        _first = new int[scope.Steps.Count];
        Array.Fill(_first, Order.Count);
        for (var number = 0; number < Order.Count; number++)
        {
            Fill(scope, number);
        }

        FirstUsed = scope.Steps.Select((step, place) => CanFail(step) ? _first[place] : Order.Count).Min();
    }

    /// <summary>The steps that are undone, by their places, the last one first; each with the step that undoes it.</summary>
    public IReadOnlyList<(int Step, int Undo)> Order { get; }

    /// <summary>The first of them that a failure can lead to; those before it never run.</summary>
    public int FirstUsed { get; }

    /// <summary>With which of them a failure of a step begins; null where nothing can have been done before it.</summary>
    public int? FirstAfter(int place) => _first[place] < Order.Count ? _first[place] : null;

    /// <summary>
    /// Whether a step needs a state around its own, because its own cannot catch errors: a failure of its expressions, or of a
    /// <c>fail</c> step, would leave done what is to be undone.
    /// </summary>
    public bool IsGuarded(FlowStep step, int place) =>
        step is TransformStep or DecisionStep or WaitStep or RespondStep or FailStep
        && FirstAfter(place) is not null
        && CanFail(step);

    /// <summary>
    /// How many states a failure passes besides the undo steps: one before each of them, one that ends the run, and in a machine
    /// that records its failure one before that.
    /// </summary>
    public int StatesOnFailure => Order.Count == 0 ? 0 : Order.Count + 2;

    /// <summary>How many states more than without undo a step passes.</summary>
    public int ExtraStates(FlowStep step, int place) =>
        !IsGuarded(step, place) ? 0
        : step is DecisionStep ? 3
        : 1;

    /// <summary>Whether a step can fail: it calls something, has an expression, or fails by itself.</summary>
    public static bool CanFail(FlowStep step) =>
        step switch
        {
            RestApiStep call => !call.IsUndo,
            RunFlowStep or ParallelStep or ForEachStep or FailStep or WaitStep { Until: not null } => true,
            _ => step.Values.Any(value => ExpressionText.In(value.Json)),
        };

    // What a later step has marked leads to steps that it has marked too.
    private void Fill(ScopeGraph scope, int number)
    {
        var open = new Stack<int>();
        var place = Order[number].Step;
        foreach (var edge in scope.Edges[place].Where(edge => !edge.IsError))
        {
            open.Push(edge.Target);
        }

        while (open.TryPop(out var next))
        {
            if (_first[next] <= number)
            {
                continue;
            }

            _first[next] = number;
            foreach (var edge in scope.Edges[next])
            {
                open.Push(edge.Target);
            }
        }
    }
}
