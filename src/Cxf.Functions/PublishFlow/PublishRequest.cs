using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>The actions of PublishFlow.</summary>
public enum PublishAction
{
    /// <summary>Make the draft live.</summary>
    Publish,

    /// <summary>Compile the live version's document again, after the compiler has changed.</summary>
    Recompile,

    /// <summary>Make an earlier version live again.</summary>
    Rollback,

    /// <summary>Give a part of the runs to another version.</summary>
    Canary,

    /// <summary>Remove a flow with all that belongs to it, or a tenant with all its flows.</summary>
    Delete,
}

/// <summary>A request to PublishFlow.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow; null only for <see cref="PublishAction.Delete"/> of the whole tenant.</param>
public sealed record PublishRequest(PublishAction Action, TenantId Tenant, FlowId? Flow)
{
    /// <summary>
    /// For <see cref="PublishAction.Publish"/>: the draft's revision that was meant; null takes the draft as it is.
    /// </summary>
    public int? Revision { get; init; }

    /// <summary>
    /// For <see cref="PublishAction.Publish"/>: the codes of errors that do not count, because the description of a connection is
    /// wrong and not the flow. They are recorded with the version. Default: none.
    /// </summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>For <see cref="PublishAction.Rollback"/> and <see cref="PublishAction.Canary"/>: the version.</summary>
    public int? Version { get; init; }

    /// <summary>
    /// For <see cref="PublishAction.Canary"/>: how many of 100 runs the version gets, 0 to 99; 0 ends the trial.
    /// </summary>
    public int? Weight { get; init; }
}
