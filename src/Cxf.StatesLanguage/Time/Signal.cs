namespace Cxf.StatesLanguage.Time;

/// <summary>
/// Something that a strand waits for: fired when it happened, cancelled when nobody waits any more. Continuations are posted at
/// once by whoever fires it, without a detour over another thread, so that virtual time cannot overtake them.
/// </summary>
internal sealed class Signal
{
    private readonly TaskCompletionSource done = new();

    public Task Done => done.Task;

    public bool IsCancelled => done.Task.IsCanceled;

    public void Fire() => done.TrySetResult();

    public void Cancel() => done.TrySetCanceled();
}
