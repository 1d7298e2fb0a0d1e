namespace Cxf.Flows.Model;

/// <summary>
/// Does the same with every item of a list. Its result is the list of the bodies' results, in the order of the items.
/// </summary>
public sealed record ForEachStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>The list: an expression. Nothing counts as no items, one value that is no list as one item.</summary>
    public required FlowValue Items { get; init; }

    /// <summary>
    /// How many items there can be, 1 to 1000, which the clock counts; more fail with FlowExpression before the first is begun.
    /// </summary>
    public required int AtMost { get; init; }

    /// <summary>The variable of the item. Default <c>item</c>.</summary>
    public string Item { get; init; } = DefaultItem;

    /// <summary>The variable of the item's place in the list, from 0. Default <c>index</c>.</summary>
    public string Index { get; init; } = DefaultIndex;

    /// <summary>How many items are worked on at once, 1 to 40. Default 1: one after the other.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>What is done with each item.</summary>
    public required StepScope Body { get; init; }

    /// <summary>Where to go when an item fails, by error code; the other items are given up then.</summary>
    public IReadOnlyList<ErrorBranch> OnError { get; init; } = [];

    /// <summary>The step after the last item; null where it ends a body.</summary>
    public StepTransition? Next { get; init; }

    /// <summary>The variable of the item when the flow does not name one.</summary>
    public const string DefaultItem = "item";

    /// <summary>The variable of the index when the flow does not name one.</summary>
    public const string DefaultIndex = "index";

    /// <summary>The most items: each has a handful of events in a history of at most 25,000 (Step Functions quotas).</summary>
    public const int MaxItems = 1_000;

    /// <summary>The most at once: what Step Functions' inline Map really does at once ("Map state processing modes").</summary>
    public const int MaxConcurrency = 40;

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => Onwards(Next, OnError);

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => [Items];

    /// <inheritdoc />
    public override IEnumerable<string> Assigned => [Label];

    /// <inheritdoc />
    public override IReadOnlyList<StepScope> Bodies => [Body];
}
