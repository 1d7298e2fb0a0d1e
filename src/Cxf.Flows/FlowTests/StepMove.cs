using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>One move of a run from a step to the next.</summary>
/// <param name="From">The step that ended.</param>
/// <param name="To">The label of the step that began.</param>
/// <param name="Error">The error that the step ended with, by AWS's name or ours; null when it ended with a result.</param>
internal sealed record StepMove(FlowStep From, string To, string? Error);
