namespace Cxf.Flows.Model;

/// <summary>Runs another flow of the tenant. Its result is that flow's answer: <c>{message, outputs}</c>.</summary>
public sealed record RunFlowStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>The flow to run.</summary>
    public required FlowId Flow { get; init; }

    /// <summary>
    /// The published version that is compiled into this flow; null for whichever is live when the step runs, as a run of its own.
    /// </summary>
    public int? Version { get; init; }

    /// <summary>The payload for that flow, an object; null for an empty one.</summary>
    public FlowValue? Payload { get; init; }

    /// <summary>Where to go when that flow fails, by error code.</summary>
    public IReadOnlyList<ErrorBranch> OnError { get; init; } = [];

    /// <summary>The step after a good answer; null where it ends a body.</summary>
    public StepTransition? Next { get; init; }

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => Onwards(Next, OnError);

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values => Payload is { } payload ? [payload] : [];

    /// <inheritdoc />
    public override IEnumerable<string> Assigned => [Label];
}
