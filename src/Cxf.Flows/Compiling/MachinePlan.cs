using Cxf.Flows.Timing;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Compiling;

/// <summary>What kind of machine a flow becomes.</summary>
/// <param name="Type">Its type, which the clock decides.</param>
/// <param name="TimeoutSeconds">After how many seconds it gives up.</param>
/// <param name="ClaimsRuns">Whether its runs are claimed.</param>
/// <param name="WorstCase">The longest that a run can take; null when nothing bounds it.</param>
/// <param name="CallerBudget">How long a caller waits for the run's answer.</param>
internal sealed record MachinePlan(
    StateMachineType Type,
    int TimeoutSeconds,
    bool ClaimsRuns,
    TimeSpan? WorstCase,
    TimeSpan CallerBudget
)
{
    // Well above the longest path that a caller waits for: a run that something slowed down records its answer all the same,
    // and whoever asks again hears it. And short: until then, a run without an answer counts as running.
    private const int MinExpressSeconds = 30;

    // What AWS may add to a path, so that a machine that does what it should is never ended.
    private const int StandardMarginSeconds = 600;

    public static MachinePlan Of(FlowTiming timing)
    {
        var longest = timing.Longest.WorstCase?.TotalSeconds ?? double.PositiveInfinity;
        return timing.Type == StateMachineType.Express
            ? new MachinePlan(
                timing.Type,
                Within(longest + timing.RepeatedWrites.TotalSeconds + 1, MinExpressSeconds, ServiceLimits.ExpressDuration),
                timing.ClaimsRuns,
                timing.Longest.WorstCase,
                timing.Budget
            )
            : new MachinePlan(
                timing.Type,
                Within(longest + StandardMarginSeconds, StandardMarginSeconds, ServiceLimits.StandardDuration),
                timing.ClaimsRuns,
                timing.Longest.WorstCase,
                timing.Budget
            );
    }

    private static int Within(double seconds, int least, TimeSpan most) =>
        (int)Math.Ceiling(Math.Clamp(seconds, least, most.TotalSeconds));
}
