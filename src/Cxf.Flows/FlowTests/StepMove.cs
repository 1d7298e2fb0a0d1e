namespace Cxf.Flows.FlowTests;

/// <summary>One move of a run from a step to the next.</summary>
/// <param name="From">The step that ended, by its state's name.</param>
/// <param name="To">The step that began.</param>
/// <param name="Error">The error word that the step ended with; null when it ended with a result.</param>
internal sealed record StepMove(string From, string To, string? Error);
