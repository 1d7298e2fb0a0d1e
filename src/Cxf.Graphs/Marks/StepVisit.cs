namespace Cxf.Graphs.Marks;

/// <summary>
/// One visit of a step in a run. It has no data of the run: a picture of a run can be shown to anybody who may see the flow.
/// </summary>
/// <param name="Label">The step's label.</param>
/// <param name="Duration">How long it took; null if it had not ended.</param>
/// <param name="Tries">How often its call was tried; 0 for a step that calls nothing.</param>
/// <param name="Error">The error's name if it failed.</param>
/// <param name="Next">The label of the step after it in the same scope; null for the last one.</param>
public sealed record StepVisit(string Label, TimeSpan? Duration, int Tries, string? Error, string? Next)
{
    /// <summary>Whether it did not end because a step inside of it failed. Default: false.</summary>
    public bool HasFailedInside { get; init; }
}
