namespace Cxf.Flows.Compiling;

/// <summary>The two types of state machines; a machine's type can never change.</summary>
public enum StateMachineType
{
    /// <summary>Started synchronously, at most five minutes, no history of its own.</summary>
    Express,

    /// <summary>Started and left to run, up to a year, with a history.</summary>
    Standard,
}
