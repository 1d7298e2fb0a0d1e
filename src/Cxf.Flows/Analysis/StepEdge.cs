namespace Cxf.Flows.Analysis;

/// <summary>One way from a step to another of the same scope.</summary>
/// <param name="Target">The other step, by its place in the scope.</param>
/// <param name="IsError">Whether it is taken when the step fails.</param>
internal sealed record StepEdge(int Target, bool IsError);
