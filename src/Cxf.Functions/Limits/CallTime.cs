using Cxf.ApiCalls.Connections;

namespace Cxf.Functions.Limits;

/// <summary>The time that one call has, for waits as well as for the call itself.</summary>
internal sealed class CallTime(TimeProvider timeProvider, TimeSpan total, Random random)
{
    private readonly long _start = timeProvider.GetTimestamp();

    public Random Random => random;

    /// <summary>The time for waits and the call.</summary>
    public TimeSpan Total => total;

    /// <summary>Milliseconds since 1970, by the clock of this process.</summary>
    public long Now => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>How long the call has waited so far.</summary>
    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_start);

    public long LeftMs => Math.Max(0, (long)Math.Ceiling((total - Elapsed).TotalMilliseconds));

    /// <summary>
    /// How long the call may wait: a call with less time than the shortest timeout of a connection is not made.
    /// </summary>
    public long LeftToWaitMs => LeftMs - ConnectionTimeouts.MinMs;

    /// <summary>A time limit of its own, from now.</summary>
    public CancellationTokenSource Limit(TimeSpan limit) => new(limit, timeProvider);

    public Task DelayAsync(long ms, CancellationToken cancellationToken) =>
        ms <= 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(ms), timeProvider, cancellationToken);
}
