namespace Cxf.Flows.Model;

/// <summary>The end of a flow that did not work: the answer is FAILED with the word FlowFailed.</summary>
public sealed record FailStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>What went wrong, as a sentence to speak to the caller.</summary>
    public required FlowValue Message { get; init; }

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => [];

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => [Message];
}
