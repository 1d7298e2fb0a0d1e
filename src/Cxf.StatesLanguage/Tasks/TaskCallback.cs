using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>How a task ended whose token was returned: with an output, or with an error whose members may be missing.</summary>
internal sealed record CallbackResult(Payload? Output, string? Error, string? Cause)
{
    /// <summary>The output.</summary>
    /// <exception cref="TaskServiceException">The task failed.</exception>
    public Payload ToOutput() => Output ?? throw new TaskServiceException(Error, Cause);
}

/// <summary>
/// One attempt of a task that ends when its token is returned. The operations that return tokens run on any thread; whoever
/// awaits the result continues on its own strand.
/// </summary>
internal sealed class TaskCallback(string token, TimeProvider clock)
{
    private readonly TaskCompletionSource<CallbackResult> _done = new();
    private readonly TaskCompletionSource _firstHeartbeat = new();
    private long _lastHeartbeatTicks;

    public string Token { get; } = token;

    public Task<CallbackResult> Done => _done.Task;

    public Task FirstHeartbeat => _firstHeartbeat.Task;

    /// <summary>The last sign of life: the start or a heartbeat; null before the start.</summary>
    public DateTimeOffset? LastHeartbeat =>
        Interlocked.Read(ref _lastHeartbeatTicks) is var ticks && ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    public void Beat()
    {
        Interlocked.Exchange(ref _lastHeartbeatTicks, clock.GetUtcNow().UtcTicks);
        _firstHeartbeat.TrySetResult();
    }

    public void End(CallbackResult result) => _done.TrySetResult(result);
}
