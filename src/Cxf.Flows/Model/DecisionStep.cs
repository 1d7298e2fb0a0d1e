namespace Cxf.Flows.Model;

/// <summary>A fork: the first choice whose condition is true is taken, else <see cref="Otherwise"/>.</summary>
public sealed record DecisionStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>The choices, tried in this order; at least one.</summary>
    public required IReadOnlyList<DecisionChoice> Choices { get; init; }

    /// <summary>The step when no condition is true.</summary>
    public required StepTransition Otherwise { get; init; }

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => [.. Choices.Select(choice => choice.Next), Otherwise];

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => Choices.Select(choice => choice.When);
}

/// <summary>One choice of a decision.</summary>
/// <param name="When">The condition: an expression that gives true or false.</param>
/// <param name="Next">The step when it is true.</param>
public sealed record DecisionChoice(FlowValue When, StepTransition Next);
