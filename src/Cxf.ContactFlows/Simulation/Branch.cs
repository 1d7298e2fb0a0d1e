namespace Cxf.ContactFlows.Simulation;

/// <summary>A branch of an action.</summary>
/// <param name="Label">Its label, such as <c>= SUCCEEDED</c> or <c>NoMatchingError</c>.</param>
/// <param name="Problem">Why the branch is unexpected; null for an expected branch.</param>
public sealed record Branch(string Label, string? Problem)
{
    /// <summary>Whether the contact flow's author expects calls to go this way.</summary>
    public bool IsExpected => Problem is null;
}
