namespace Cxf.ContactFlows.Simulation;

/// <summary>How a call ended.</summary>
/// <param name="Kind">The kind of end.</param>
/// <param name="Action">The identifier of the last action.</param>
/// <param name="Detail">One sentence part for a person.</param>
public sealed record CallEnd(CallEndKind Kind, string Action, string Detail)
{
    /// <summary>The branch by which a module returns; null where it names none.</summary>
    public string? Result { get; init; }

    /// <summary>Whether the flow's author meant calls to end like this.</summary>
    public bool IsRegular => Kind is CallEndKind.Disconnected or CallEndKind.HungUp or CallEndKind.Transferred or CallEndKind.Waiting
        or CallEndKind.FlowEnded or CallEndKind.ModuleEnded;
}

/// <summary>The kinds of end.</summary>
public enum CallEndKind
{
    /// <summary>The flow hung up.</summary>
    Disconnected,

    /// <summary>The caller hung up.</summary>
    HungUp,

    /// <summary>The contact went on to a queue, an agent, another flow or a number.</summary>
    Transferred,

    /// <summary>The caller hears prompts until an agent is there.</summary>
    Waiting,

    /// <summary>The flow ended without hanging up.</summary>
    FlowEnded,

    /// <summary>A module ended that no contact flow had invoked.</summary>
    ModuleEnded,

    /// <summary>The call reached an action that is not simulated.</summary>
    NotSimulated,

    /// <summary>An action failed and had no branch for it; Amazon Connect drops such a call.</summary>
    Dropped,

    /// <summary>The call passed more actions than any real call; it is probably in a loop.</summary>
    TooLong,
}
