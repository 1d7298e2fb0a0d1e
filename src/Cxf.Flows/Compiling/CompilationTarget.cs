using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>What a state machine is compiled for; everything here is a literal in it, never read from a run's input.</summary>
/// <param name="Tenant">The tenant that owns the flow.</param>
/// <param name="Version">The version being published, from 1.</param>
/// <param name="CallApiArn">The ARN of CallApi's alias, so that a deployment moves calls over gradually.</param>
public sealed record CompilationTarget(TenantId Tenant, int Version, string CallApiArn)
{
    /// <summary>
    /// How many tenants of this id were deleted before: runs of one do not find records or connections of another. Default: 0.
    /// </summary>
    public int Generation { get; init; }

    /// <summary>The name of the table of runs, which flows that claim their runs write to.</summary>
    public string RunsTable { get; init; } = "cxf-runs";

    /// <summary>The tenant's live flows, for <c>runFlow</c> steps that run whichever version is live. Default: none.</summary>
    public IReadOnlyDictionary<FlowId, LiveChild> LiveFlows { get; init; } = new Dictionary<FlowId, LiveChild>();

    /// <summary>Published versions, for <c>runFlow</c> steps that name one. Default: none.</summary>
    public IReadOnlyDictionary<PinnedVersion, FlowDefinition> PinnedFlows { get; init; } =
        new Dictionary<PinnedVersion, FlowDefinition>();

    /// <summary>What is known of each of <see cref="LiveFlows"/>, as the clock asks for it.</summary>
    public IReadOnlyDictionary<FlowId, LiveFlowFacts> LiveFacts() =>
        LiveFlows.ToDictionary(child => child.Key, child => child.Value.Facts);
}

/// <summary>One published version of a flow.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Version">The version, from 1.</param>
public sealed record PinnedVersion(FlowId Flow, int Version);

/// <summary>A live flow as another flow's machine starts it.</summary>
/// <param name="AliasArn">The state machine's alias.</param>
/// <param name="Facts">What the checks and the timing of the other flow need to know about it.</param>
public sealed record LiveChild(string AliasArn, LiveFlowFacts Facts)
{
    /// <summary>A live flow of which only the machine is known.</summary>
    /// <param name="aliasArn">The state machine's alias.</param>
    /// <param name="type">The machine's type.</param>
    /// <param name="bound">The longest that its run can take (<see cref="CompiledFlow.WorstCase"/>, or its timeout).</param>
    public LiveChild(string aliasArn, StateMachineType type, TimeSpan bound)
        : this(aliasArn, new LiveFlowFacts(type, bound)) { }

    /// <summary>The machine's type.</summary>
    public StateMachineType Type => Facts.Type;

    /// <summary>The longest that its run can take.</summary>
    public TimeSpan Bound => Facts.Bound;
}
