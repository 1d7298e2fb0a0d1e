namespace Cxf.StatesLanguage.Time;

/// <summary>
/// The work of one execution, done one piece after the other in the order in which it was posted, whatever thread does it.
/// It is a synchronisation context, so that plain <c>await</c> brings every continuation back into this order.
/// </summary>
internal sealed class Strand(Scheduler scheduler) : SynchronizationContext
{
    // Pieces done before other executions get their turn.
    private const int Turn = 64;

    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Work, object? State)> _pieces = new(2);
    private bool _scheduled;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _pieces.Enqueue((d, state));
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

    /// <summary>Lets everything that is already posted go first.</summary>
    public YieldAwaitable Yield() => new(this);

    /// <summary>Does one turn's work; true when there is more.</summary>
    public bool RunTurn()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            for (var done = 0; done < Turn; done++)
            {
                (SendOrPostCallback Work, object? State) piece;
                lock (_gate)
                {
                    if (!_pieces.TryDequeue(out piece))
                    {
                        _scheduled = false;
                        return false;
                    }
                }

                piece.Work(piece.State);
            }

            return true;
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
