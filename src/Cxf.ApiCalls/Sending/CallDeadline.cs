using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>
/// The time limit of one call: it starts with the call and ends at the step's timeout or the run's deadline, whichever is
/// earlier. Everything in the call observes its <see cref="Token"/>, so nothing can delay the call beyond it.
/// </summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly TimeSpan _total;
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;
    private bool _firstByteIsLimit;

    public CallDeadline(TimeProvider timeProvider, TimeSpan total, CancellationToken caller)
    {
        _timeProvider = timeProvider;
        _start = timeProvider.GetTimestamp();
        _total = total;
        _source = new CancellationTokenSource(total, timeProvider);
        _caller = caller;
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Elapsed => _timeProvider.GetElapsedTime(_start);

    public TimeSpan Remaining => _total - Elapsed;

    /// <summary>Starts the limit to the first byte of an answer, where there is one and it is the nearer one.</summary>
    public void AwaitFirstByte(TimeSpan? limit)
    {
        _firstByteIsLimit = limit < Remaining;
        if (_firstByteIsLimit)
        {
            _source.CancelAfter(limit!.Value);
        }
    }

    /// <summary>Ends the limit to the first byte: from here only the end of the call counts.</summary>
    public void EndFirstByteLimit()
    {
        if (_firstByteIsLimit)
        {
            _firstByteIsLimit = false;
            _source.CancelAfter(Remaining > TimeSpan.Zero ? Remaining : TimeSpan.Zero);
        }
    }

    /// <summary>Which limit caused a cancellation; a cancellation by the caller is rethrown as an exception.</summary>
    public FailureReason Explain(OperationCanceledException cancellation)
    {
        _caller.ThrowIfCancellationRequested();
        return !_source.IsCancellationRequested && cancellation.InnerException is TimeoutException ? FailureReason.ConnectTimedOut
            : _firstByteIsLimit ? FailureReason.FirstByteTimedOut
            : FailureReason.StepTimedOut;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
