namespace Cxf.Flows.Model;

/// <summary>The previous answer of a call, which serves while the third party fails.</summary>
/// <param name="MaxAge">How old it can be.</param>
/// <param name="Sensitive">The members that are never stored, by name.</param>
public sealed record StepFallback(TimeSpan MaxAge, IReadOnlyList<string> Sensitive)
{
    /// <summary>
    /// The names of all members that are never stored: those given here, and the sensitive ones of the flow's contract.
    /// </summary>
    public IReadOnlyList<string> NotStored(FlowDefinition flow) => [.. Sensitive.Union(flow.Input.SensitiveNames())];
}
