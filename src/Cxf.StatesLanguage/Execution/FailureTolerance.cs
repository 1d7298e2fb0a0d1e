using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>How many children of a distributed Map may fail: a count, a percentage, either of both, or by default none.</summary>
internal readonly record struct FailureTolerance(double? Count, double? Percentage)
{
    public static FailureTolerance Evaluate(StateRun run, MapState state)
    {
        var count = state.ToleratedFailureCount?.Evaluate(run);
        if (count < 0)
        {
            throw run.RuntimeError("ToleratedFailureCount cannot be negative.");
        }

        var percentage = state.ToleratedFailurePercentage?.Evaluate(run);
        if (percentage is < 0 or > 100)
        {
            throw run.RuntimeError("ToleratedFailurePercentage must be between 0 and 100.");
        }

        return new FailureTolerance(count, percentage);
    }

    /// <summary>Whether so many failures among so many items are too many. Of two thresholds each one decides by itself
    /// (developer guide, "Tolerated failure threshold for Distributed Map state").</summary>
    public bool IsExceededBy(int failures, int items) =>
        (Count is null && Percentage is null) || failures > Count || failures * 100.0 / items > Percentage;
}
