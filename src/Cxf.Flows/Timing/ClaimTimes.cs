using Cxf.Flows.Compiling;

namespace Cxf.Flows.Timing;

/// <summary>How long a machine takes to claim its run and to record its answer, in seconds.</summary>
internal static class ClaimTimes
{
    private const int Writes = 2;

    /// <summary>When both writes are taken at once; this is what the clock counts.</summary>
    public const double Usual = Writes * ServiceTimes.ItemWrite;

    /// <summary>
    /// What comes on top where both fail for as long as they may, are repeated, and take as long again, and where an answer that
    /// could not be written is tried for longer (<see cref="TaskRetry.Rewrite"/>). It is in the timeouts of machines, so that
    /// none is ended before it has recorded its answer, but not in the clock: DynamoDB answers 99.99 % of requests without an
    /// error (its service level agreement), and with seconds on top for each of two writes no flow that changes anything could
    /// ever be waited for. A caller who meets such a run hears RUNNING from ExecuteFlow at the end of the caller's budget, and
    /// the contact flow asks for the answer.
    /// </summary>
    public static double Repeated { get; } = (Writes * Longest(TaskRetry.Write)) + Longest(TaskRetry.Rewrite) - Usual;

    private static double Longest(TaskRetry retry) => (RunRecord.WriteSeconds * (1 + retry.Attempts)) + retry.TotalDelay;
}
