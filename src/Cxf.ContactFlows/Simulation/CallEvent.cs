using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>One thing that happened in a call.</summary>
public abstract record CallEvent
{
    private CallEvent() { }

    /// <summary>Time since the call began.</summary>
    public TimeSpan At { get; init; }

    /// <summary>The identifier of the action that it happened in.</summary>
    public string Action { get; init; } = "";

    /// <summary>The caller heard this.</summary>
    public sealed record Said(string Text) : CallEvent;

    /// <summary>The caller was asked for a key or for digits.</summary>
    public sealed record Asked(string Text) : CallEvent;

    /// <summary>The caller pressed this.</summary>
    public sealed record Pressed(string Keys) : CallEvent;

    /// <summary>The caller pressed nothing for that long.</summary>
    public sealed record NothingPressed(TimeSpan Time) : CallEvent;

    /// <summary>A bot understood the caller.</summary>
    public sealed record Understood(string Intent) : CallEvent;

    /// <summary>An attribute was set; <paramref name="Scope"/> is Attributes or FlowAttributes.</summary>
    public sealed record AttributeSet(string Scope, string Name, string Value) : CallEvent;

    /// <summary>A setting changed that the caller does not hear.</summary>
    public sealed record SettingChanged(string Setting, string Value) : CallEvent;

    /// <summary>A function is being called with these parameters.</summary>
    public sealed record Invoking(string FunctionArn, JsonElement Parameters) : CallEvent;

    /// <summary>The function answered, or failed for good.</summary>
    public sealed record Invoked(string FunctionArn, FunctionOutcome Outcome) : CallEvent;

    /// <summary>The flow let time pass.</summary>
    public sealed record Waited(TimeSpan Time) : CallEvent;

    /// <summary>A reference had no value.</summary>
    public sealed record ValueMissing(string Reference) : CallEvent;

    /// <summary>The call took a branch other than NextAction.</summary>
    public sealed record BranchTaken(Branch Branch, string NextAction) : CallEvent;

    /// <summary>The call ended.</summary>
    public sealed record Ended(CallEnd End) : CallEvent;
}

/// <summary>A branch of an action.</summary>
/// <param name="Label">Its label, such as <c>= SUCCEEDED</c> or <c>NoMatchingError</c>.</param>
/// <param name="Problem">Why the branch is unexpected; null for an expected branch.</param>
public sealed record Branch(string Label, string? Problem)
{
    /// <summary>Whether the contact flow's author expects calls to go this way.</summary>
    public bool IsExpected => Problem is null;
}
