using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>A version of a flow: the document it was compiled from, and everything that making it live again takes.</summary>
public sealed record FlowVersion
{
    /// <summary>The flow.</summary>
    public required FlowId Flow { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The flow document.</summary>
    public required string Document { get; init; }

    /// <summary>The generation of the tenant that it was published for. Default: 0.</summary>
    public int Generation { get; init; }

    /// <summary>The hash of the compiled flow and the compiler, which identifies an equal publish.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The type of machine it needs.</summary>
    public required StateMachineType Type { get; init; }

    /// <summary>The contract, as JSON, that payloads must meet.</summary>
    public required string InputContract { get; init; }

    /// <summary>The contact fields that enter the run's input.</summary>
    public required IReadOnlyList<ContactField> ContactFields { get; init; }

    /// <summary>Whether its runs claim a record. Default: false.</summary>
    public bool ClaimsRuns { get; init; }

    /// <summary>The timeout of its machine in seconds.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>The longest duration of a run; null if only the timeout limits it.</summary>
    public TimeSpan? WorstCase { get; init; }

    /// <summary>The codes of errors that were allowed when it was published. Default: none.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>
    /// The version in Step Functions; null until it is there. See <see cref="VersionEntry.MachineVersionArn"/>.
    /// </summary>
    public string? MachineVersionArn { get; init; }
}

/// <summary>A version in the list of a flow's versions.</summary>
/// <param name="Version">The version, from 1.</param>
/// <param name="ContentHash">Its content hash.</param>
/// <param name="CreatedAt">When it was published.</param>
/// <param name="MachineVersionArn">
/// The version in Step Functions that it was published as; null before that. Step Functions may no longer have it: a machine has
/// at most 1,000 versions.
/// </param>
public sealed record VersionEntry(int Version, string ContentHash, DateTimeOffset CreatedAt, string? MachineVersionArn)
{
    /// <summary>The codes of errors that were allowed when it was published. Default: none.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}
