namespace Cxf.Local.ContactFlows.Walking;

/// <summary>A way out of an action.</summary>
/// <param name="Label">How a person would name it, such as <c>= SUCCEEDED</c> or <c>NoMatchingError</c>.</param>
/// <param name="Problem">Why the call is not going as the flow foresees; null on a way that is foreseen.</param>
internal sealed record Branch(string Label, string? Problem)
{
    public bool IsForeseen => Problem is null;
}
