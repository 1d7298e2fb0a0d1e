using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>What ExecuteFlow needs to start the live version of a flow.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Version">The version that is live.</param>
/// <param name="ContentHash">That version's content hash.</param>
/// <param name="AliasArn">The state machine's alias that runs are started through.</param>
/// <param name="Type">The machine's type; it never changes for a flow.</param>
/// <param name="InputContract">The contract that payloads must meet.</param>
/// <param name="ContactFields">The contact fields that enter the run's input.</param>
public sealed record LiveFlow(
    FlowId Flow,
    int Version,
    string ContentHash,
    string AliasArn,
    StateMachineType Type,
    PayloadContract InputContract,
    IReadOnlyList<ContactField> ContactFields
)
{
    /// <summary>
    /// Whether its runs claim a record (<see cref="RunRecord"/>), so that a run that continues without its caller can be found
    /// again. Default: false, as for flows that only read.
    /// </summary>
    public bool ClaimsRuns { get; init; }

    /// <summary>The timeout of its machine in seconds. Default: 0, not known.</summary>
    public int TimeoutSeconds { get; init; }

    /// <summary>The longest duration of a run; null if only the timeout limits it.</summary>
    public TimeSpan? WorstCase { get; init; }

    /// <summary>
    /// Whether a version that was live before this one, or its canary, claims its runs: an earlier try of a contact step may have
    /// left a record even if this version leaves none. Default: false.
    /// </summary>
    public bool ClaimedBefore { get; init; }

    /// <summary>The generation of the tenant that it was published for. Default: 0.</summary>
    public int Generation { get; init; }

    /// <summary>How often this record was written, from 1; what a publisher replaces it by names it.</summary>
    public int Revision { get; init; }

    /// <summary>The targets of the alias: <see cref="Version"/>, and a canary if there is one. Default: none.</summary>
    public IReadOnlyList<LiveRoute> Routes { get; init; } = [];

    /// <summary>What flows that run this one must know of it.</summary>
    public LiveFlowFacts Facts() =>
        new(Type, WorstCase ?? TimeSpan.FromSeconds(TimeoutSeconds))
        {
            Input = InputContract.Read(),
            ContactFields = ContactFields,
        };
}

/// <summary>A version that the alias <c>live</c> starts runs of.</summary>
/// <param name="Version">The flow's version.</param>
/// <param name="MachineVersionArn">That version in Step Functions.</param>
/// <param name="Weight">How many of 100 runs it gets.</param>
public sealed record LiveRoute(int Version, string MachineVersionArn, int Weight);
