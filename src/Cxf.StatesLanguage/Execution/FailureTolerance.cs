using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>How many children of a distributed Map may fail.</summary>
internal readonly record struct FailureTolerance(double Count, double Percentage)
{
    public static FailureTolerance Evaluate(StateRun run, MapState state)
    {
        var count = state.ToleratedFailureCount?.Evaluate(run) ?? 0;
        if (count < 0)
        {
            throw run.RuntimeError("ToleratedFailureCount cannot be negative.");
        }

        var percentage = state.ToleratedFailurePercentage?.Evaluate(run) ?? 0;
        if (percentage is < 0 or > 100)
        {
            throw run.RuntimeError("ToleratedFailurePercentage must be between 0 and 100.");
        }

        return new FailureTolerance(count, percentage);
    }

    /// <summary>Whether so many failures among so many items are too many; one of the two thresholds is enough.</summary>
    public bool IsExceededBy(int failures, int items) =>
        failures > Count && (Percentage == 0 || failures * 100.0 / items > Percentage);
}
