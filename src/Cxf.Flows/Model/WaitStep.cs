namespace Cxf.Flows.Model;

/// <summary>
/// Waits for a time or until an instant; exactly one of <see cref="Seconds"/> and <see cref="Until"/> is given. It has no result.
/// </summary>
public sealed record WaitStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>How long, in whole seconds: a number, or an expression that gives one.</summary>
    public FlowValue? Seconds { get; init; }

    /// <summary>Until when: a timestamp (RFC 3339 with <c>Z</c> or an offset), or an expression that gives one.</summary>
    public FlowValue? Until { get; init; }

    /// <summary>
    /// The longest that the wait can take, which the clock counts: the seconds themselves, or <c>atMostSeconds</c>.
    /// A wait that turns out longer when the flow runs fails with FlowExpression before it begins.
    /// </summary>
    public required TimeSpan AtMost { get; init; }

    /// <summary>The step after it; null where it ends a body.</summary>
    public StepTransition? Next { get; init; }

    /// <summary>The longest wait: a year, after which Step Functions ends any run (quotas, "Maximum execution time").</summary>
    public const int MaxSeconds = 31_536_000;

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => Onwards(Next, []);

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => new[] { Seconds, Until }.OfType<FlowValue>();
}
