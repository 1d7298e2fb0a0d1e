namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>
/// Waits in virtual time. Unlike <c>Task.Delay</c>, which tells its cancellation on another thread, what waited goes on where the
/// clock is moved, so the clock cannot run ahead of it.
/// </summary>
internal static class VirtualWait
{
    public static async Task ForAsync(TimeSpan time, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (time == TimeSpan.Zero)
        {
            return;
        }

        var over = new TaskCompletionSource();
        await using var timer = timeProvider.CreateTimer(_ => over.TrySetResult(), null, time, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.UnsafeRegister(_ => over.TrySetCanceled(cancellationToken), null);
        await over.Task;
    }
}
