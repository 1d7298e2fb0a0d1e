using System.Globalization;
using Cxf.Local.Output;

namespace Cxf.Studio.Runs;

/// <summary>What a run has done altogether. The picture, the timeline and the table all show these numbers.</summary>
/// <param name="Steps">How many visits of steps there were.</param>
/// <param name="Tries">How often a call was tried.</param>
/// <param name="Errors">How many visits ended with an error.</param>
/// <param name="Duration">How long it took, or has taken until now.</param>
internal sealed record RunTotals(int Steps, int Tries, int Errors, TimeSpan Duration)
{
    /// <summary>The totals of the steps of a run.</summary>
    public static RunTotals Of(IReadOnlyList<RunStep> steps, TimeSpan duration) =>
        new(
            steps.Count,
            steps.Sum(step => step.Row.Tries),
            steps.Count(step => step.Outcome is StepOutcome.Caught or StepOutcome.Failed && step.Row.Error is not null),
            duration
        );

    /// <inheritdoc />
    public override string ToString() =>
        $"{Count(Steps, "step", "steps")}, {Count(Tries, "try of a call", "tries of calls")}, "
        + $"{Count(Errors, "error", "errors")}, {Durations.Text(Duration)}";

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
