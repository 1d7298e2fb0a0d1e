namespace Cxf.Flows.Model;

/// <summary>The end of a flow that worked: what the caller hears and what the contact flow gets.</summary>
public sealed record RespondStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>The sentence to speak to the caller (<c>$.External.message</c>).</summary>
    public required FlowValue Message { get; init; }

    /// <summary>Further values for the contact flow, by name (<c>$.External.&lt;name&gt;</c>).</summary>
    public FlowValue? Outputs { get; init; }

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => [];

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => Outputs is { } outputs ? [Message, outputs] : [Message];
}
