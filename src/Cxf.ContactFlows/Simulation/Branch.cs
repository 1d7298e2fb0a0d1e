namespace Cxf.ContactFlows.Simulation;

/// <summary>A way out of an action.</summary>
/// <param name="Label">How a person would name it, such as <c>= SUCCEEDED</c> or <c>NoMatchingError</c>.</param>
/// <param name="Problem">Why the call is not going as the flow foresees; null on a way that is foreseen.</param>
public sealed record Branch(string Label, string? Problem)
{
    /// <summary>Whether the contact flow's author expects calls to go this way.</summary>
    public bool IsExpected => Problem is null;
}
