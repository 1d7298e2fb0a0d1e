namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// The time of a call. Time that only the caller would spend (a menu that nobody answers) is counted and not waited for;
/// all other time passes on the <see cref="TimeProvider"/>; a longer wait than the limit is shortened.
/// </summary>
internal sealed class CallClock(TimeProvider timeProvider, TimeSpan longestWait)
{
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _skipped;

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Time since the call began.</summary>
    public TimeSpan Now => TimeProvider.GetElapsedTime(_start) + _skipped;

    public void Skip(TimeSpan time) => _skipped += time;

    public async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var passing = time < longestWait ? time : longestWait;
        await Task.Delay(passing, TimeProvider, cancellationToken);
        Skip(time - passing);
    }
}
