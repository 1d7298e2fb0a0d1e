using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// How often and after which waits a task is done again: the numbers of one ASL retrier, which the clock counts too.
/// </summary>
/// <param name="Attempts">How many times more (MaxAttempts).</param>
/// <param name="IntervalSeconds">The wait before the first.</param>
/// <param name="BackoffRate">What each further wait is multiplied by.</param>
internal sealed record TaskRetry(int Attempts, int IntervalSeconds, double BackoffRate)
{
    /// <summary>All waits together in seconds. Full jitter makes each of them shorter, never longer.</summary>
    public double TotalDelay => Enumerable.Range(0, Attempts).Sum(attempt => IntervalSeconds * Math.Pow(BackoffRate, attempt));

    /// <summary>
    /// Lambda refused to run CallApi at all, so nothing was sent to the third party: safe to try again whatever the method.
    /// Once where a caller waits, because every second more is one that the third party does not get.
    /// </summary>
    public static TaskRetry Throttled(StateMachineType type) => new(type == StateMachineType.Express ? 1 : 2, 1, 2);

    /// <summary>A write to a run's record that failed.</summary>
    public static TaskRetry Write { get; } = new(RunRecord.WriteRetries, RunRecord.RetryIntervalSeconds, 1);

    /// <summary>A write of an answer that could not be written, where no caller waits for it any more.</summary>
    public static TaskRetry Rewrite { get; } = new(RunRecord.RewriteRetries, RunRecord.RetryIntervalSeconds, 2);

    /// <summary>What the author of a flow asks for.</summary>
    public static TaskRetry Of(StepRetry retry) => new(retry.Attempts, retry.IntervalSeconds, retry.BackoffRate);
}
