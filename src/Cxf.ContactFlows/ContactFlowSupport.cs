using Cxf.ContactFlows.Actions;

namespace Cxf.ContactFlows;

/// <summary>What the simulator knows of the flow language.</summary>
public static class ContactFlowSupport
{
    /// <summary>All action types that are known, each with how the simulator treats it.</summary>
    public static IReadOnlyDictionary<string, ActionSupport> ActionTypes => ActionKinds.Support;
}

/// <summary>How the simulator treats actions of a type.</summary>
public enum ActionSupport
{
    /// <summary>It does what Amazon Connect does.</summary>
    Walked,

    /// <summary>The action changes nothing that the caller hears; it is noted, and it succeeds.</summary>
    PassedThrough,

    /// <summary>Its end depends on somebody or something else; without a given result the call ends there.</summary>
    NeedsResult,
}
