namespace Cxf.StatesLanguage.Time;

/// <summary>
/// Something that a strand waits for: fired when it happened, cancelled when nobody waits any more. Continuations are posted at
/// once by whoever fires it, without a detour over another thread, so that virtual time cannot overtake them.
/// </summary>
internal sealed class Signal
{
    private readonly TaskCompletionSource _done = new();

    public Task Done => _done.Task;

    public bool IsCancelled => _done.Task.IsCanceled;

    public void Fire() => _done.TrySetResult();

    public void Cancel() => _done.TrySetCanceled();
}
