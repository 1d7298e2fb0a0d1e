namespace Cxf.StatesLanguage.Time;

/// <summary>One wait: done when its time has come, cancelled when nobody waits for it any more.</summary>
internal sealed class TimerEntry
{
    private readonly TaskCompletionSource done = new();

    public Task Done => done.Task;

    public bool IsCancelled => done.Task.IsCanceled;

    public void Fire() => done.TrySetResult();

    public void Cancel() => done.TrySetCanceled();
}
