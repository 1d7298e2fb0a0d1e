using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>
/// Time that stands until a test moves it, and tells the test which waits have begun: what is measured is exact on any machine.
/// </summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Ends once a wait of just this length has begun, after those that earlier calls came back for.</summary>
    public async Task UntilWaitOfAsync(TimeSpan length)
    {
        while (await _begun.Reader.ReadAsync(Given.Cancellation) != length) { }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _begun.Writer.TryWrite(dueTime);
        return new WatchedTimer(timer, _begun.Writer);
    }

    private sealed class WatchedTimer(ITimer timer, ChannelWriter<TimeSpan> begun) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            begun.TryWrite(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
