namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// The time of a call. Time that only the caller would spend (a menu that nobody answers) is counted and not waited for;
/// all other time passes on the <see cref="TimeProvider"/>, but a wait ends early at its limit and with what it is for.
/// </summary>
internal sealed class CallClock(TimeProvider timeProvider, TimeSpan longestWait)
{
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _skipped;

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Time since the call began.</summary>
    public TimeSpan Now => TimeProvider.GetElapsedTime(_start) + _skipped;

    public void Skip(TimeSpan time) => _skipped += time;

    /// <summary>Lets time pass.</summary>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await Task.Delay(Limited(time), TimeProvider, cancellationToken);
        Skip(time - Limited(time));
    }

    /// <summary>Lets time pass until all has settled, and counts the rest.</summary>
    public async Task WaitAsync(TimeSpan time, Func<CancellationToken, Task> settled, CancellationToken cancellationToken)
    {
        var start = TimeProvider.GetTimestamp();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(Limited(time), TimeProvider, ended.Token), settled(ended.Token));
        cancellationToken.ThrowIfCancellationRequested();
        await ended.CancelAsync();
        var rest = time - TimeProvider.GetElapsedTime(start);
        Skip(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
    }

    private TimeSpan Limited(TimeSpan time) => time < longestWait ? time : longestWait;
}
