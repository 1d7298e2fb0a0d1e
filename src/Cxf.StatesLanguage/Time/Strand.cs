using System.Runtime.CompilerServices;

namespace Cxf.StatesLanguage.Time;

/// <summary>
/// The work of one execution, run item by item in the order in which it was posted, on any thread. It is a synchronization
/// context, so that <c>await</c> brings every continuation back into this order.
/// </summary>
internal sealed class Strand(Scheduler scheduler) : SynchronizationContext
{
    // Work items that run before other executions continue.
    private const int ItemsPerSlice = 64;

    private readonly Lock _lock = new();

    // Most executions run as one item: the others have a queue.
    private (SendOrPostCallback? Work, object? State) _first;
    private Queue<(SendOrPostCallback Work, object? State)>? _others;
    private bool _scheduled;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_lock)
        {
            if (_first.Work is null && _others is not { Count: > 0 })
            {
                _first = (d, state);
            }
            else
            {
                (_others ??= new(2)).Enqueue((d, state));
            }

            if (_scheduled)
            {
                return;
            }

            _scheduled = true;
        }

        scheduler.Enqueue(this);
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Work on a strand is posted; waiting for it could block the strand itself.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs everything that is already posted first.</summary>
    public YieldAwaitable Yield() => new(this);

    /// <summary>Runs a limited number of work items; true if more are waiting.</summary>
    public bool RunSlice()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            for (var done = 0; done < ItemsPerSlice; done++)
            {
                (SendOrPostCallback? Work, object? State) item;
                lock (_lock)
                {
                    item = Take();
                    if (item.Work is null)
                    {
                        _scheduled = false;
                        return false;
                    }
                }

                item.Work(item.State);
            }

            return true;
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private (SendOrPostCallback? Work, object? State) Take()
    {
        if (_first.Work is not null)
        {
            var first = _first;
            _first = default;
            return first;
        }

        return _others?.TryDequeue(out var item) == true ? item : default;
    }
}

/// <summary>Awaiting it posts the rest of the method to the end of the strand's queue.</summary>
internal readonly struct YieldAwaitable(Strand strand) : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public YieldAwaitable GetAwaiter() => this;

    public void GetResult() { }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => strand.Post(static action => ((Action)action!)(), continuation);
}

/// <summary>
/// An event that a strand waits for: fired when it happens, cancelled when nobody waits any longer. Firing it posts the
/// continuations on the same thread, so that virtual time cannot overtake them.
/// </summary>
internal sealed class Signal
{
    private readonly TaskCompletionSource _done = new();

    public Task Done => _done.Task;

    public bool IsCancelled => _done.Task.IsCanceled;

    public void Fire() => _done.TrySetResult();

    public void Cancel() => _done.TrySetCanceled();
}
