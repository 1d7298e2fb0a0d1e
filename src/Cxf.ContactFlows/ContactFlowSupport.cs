using Cxf.ContactFlows.Actions;

namespace Cxf.ContactFlows;

/// <summary>What the simulator knows of the flow language.</summary>
public static class ContactFlowSupport
{
    /// <summary>All action types that are known, each with how the simulator treats it.</summary>
    public static IReadOnlyDictionary<string, ActionSupport> ActionTypes => ActionKinds.Support;

    /// <summary>Whether the action asks through a Lex bot, so that the caller script must say what the bot understands.</summary>
    public static bool AsksBot(ContactFlowAction action) => ConnectParticipantWithLexBot.UsesBot(action);
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
