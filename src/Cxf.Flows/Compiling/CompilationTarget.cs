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
