using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Compiling;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks;

/// <summary>What a tenant has besides the flow being checked.</summary>
/// <param name="Connections">The tenant's connections, and the methods each allows.</param>
public sealed record FlowContext(IReadOnlyDictionary<ConnectionId, IReadOnlyCollection<string>> Connections)
{
    /// <summary>
    /// The connections that send an idempotency key, so that a repeated call is done once; null when that is not known.
    /// </summary>
    public IReadOnlySet<ConnectionId>? IdempotentConnections { get; init; }

    /// <summary>
    /// The connections that sign their requests for AWS, which sets some headers itself. Default: none, or not known.
    /// </summary>
    public IReadOnlySet<ConnectionId> SigningConnections { get; init; } = new HashSet<ConnectionId>();

    /// <summary>What the third parties say of their APIs, for connections that have a description.</summary>
    public IReadOnlyDictionary<ConnectionId, ApiDescription> Descriptions { get; init; } =
        new Dictionary<ConnectionId, ApiDescription>();

    /// <summary>
    /// The names of the headers and query parameters that connections set themselves. Default: none, or not known.
    /// </summary>
    public IReadOnlyDictionary<ConnectionId, IReadOnlyCollection<string>> SetByConnection { get; init; } =
        new Dictionary<ConnectionId, IReadOnlyCollection<string>>();

    /// <summary>The codes of errors that count as warnings, of <see cref="FlowCodes.Allowable"/>. Default: none.</summary>
    public IReadOnlyCollection<string> Allowed { get; init; } = [];

    /// <summary>The type of machine under which this flow is live already; null when it never was published.</summary>
    public StateMachineType? LiveType { get; init; }

    /// <summary>The tenant's live flows, for <c>runFlow</c>; null when they are not known.</summary>
    public IReadOnlyDictionary<FlowId, LiveFlowFacts>? LiveFlows { get; init; }

    /// <summary>The published versions that the flow's <c>runFlow</c> steps name; null when they are not known.</summary>
    public IReadOnlyDictionary<PinnedVersion, FlowDefinition>? PinnedFlows { get; init; }
}

/// <summary>What a flow that calls a live flow must know of it.</summary>
/// <param name="Type">The type of its machine.</param>
/// <param name="Bound">
/// After how long it has ended at the latest: the clock's bound of the live version, or its machine's timeout.
/// </param>
public sealed record LiveFlowFacts(StateMachineType Type, TimeSpan Bound)
{
    /// <summary>What it asks of its payload; null when that is not known.</summary>
    public InputContract? Input { get; init; }

    /// <summary>Which numbers of the contact it asks for. Default: none, or not known.</summary>
    public IReadOnlyList<ContactField> ContactFields { get; init; } = [];

    /// <summary>The facts of a flow as it is compiled.</summary>
    public static LiveFlowFacts Of(FlowDefinition flow, CompiledFlow compiled) =>
        new(compiled.Type, compiled.WorstCase ?? TimeSpan.FromSeconds(compiled.TimeoutSeconds))
        {
            Input = flow.Input,
            ContactFields = flow.ContactFields,
        };
}
