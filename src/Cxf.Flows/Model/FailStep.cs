namespace Cxf.Flows.Model;

/// <summary>
/// The end of a flow that did not work: the answer is FAILED with the step's own error code, else with that of the step whose
/// error branch led here, else with FlowFailed.
/// </summary>
public sealed record FailStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>What went wrong, as a sentence to speak to the caller.</summary>
    public required FlowValue Message { get; init; }

    /// <summary>The error code of the answer. Default: null, that of the failed step, or FlowFailed.</summary>
    public string? ErrorCode { get; init; }

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => [];

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => [Message];
}
