namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>One step of a path that binds variables; a slot of -1 binds nothing.</summary>
internal sealed record TupleStep(Evaluator Expression)
{
    public const int NoSlot = -1;

    /// <summary><c>@$name</c>.</summary>
    public int FocusSlot { get; init; } = NoSlot;

    /// <summary><c>#$name</c>.</summary>
    public int IndexSlot { get; init; } = NoSlot;

    /// <summary>Where a <c>%</c> looks for this step's context.</summary>
    public int AncestorSlot { get; init; } = NoSlot;

    public TupleStage[] Stages { get; init; } = [];
}
