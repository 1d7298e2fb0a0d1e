using System.Collections.Concurrent;

namespace Cxf.EndToEnd.Tests.Faults;

/// <summary>What can happen to a call of an AWS service.</summary>
public enum Fault
{
    /// <summary>Carried out; the answer takes most of the caller's time.</summary>
    AnsweredLate,

    /// <summary>Carried out; the answer never comes.</summary>
    AnswerLost,

    /// <summary>Never reaches the service, and nobody says so.</summary>
    RequestLost,

    /// <summary>Refused, because the quota is used up.</summary>
    Throttled,

    /// <summary>Not carried out; 503.</summary>
    Unavailable,

    /// <summary>Carried out; 500.</summary>
    FailedAfterwards,

    /// <summary>Not carried out; the connection is reset.</summary>
    ResetBefore,

    /// <summary>Carried out; the connection is reset.</summary>
    ResetAfter,

    /// <summary>Carried out; half of the answer comes.</summary>
    CutShort,
}

/// <summary>
/// Which calls of the functions go wrong, and how. A call is named by its operation, its table and which of these it is, such as
/// <c>GetItem runs #2</c>: functions ask for some things at once, in either order.
/// </summary>
internal sealed class FaultPlan(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Fault> _faults = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _held;

    /// <summary>How long a late answer takes: two of them are more than the caller's time.</summary>
    public static TimeSpan Late { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The calls so far, by name.</summary>
    public ConcurrentQueue<string> Calls { get; private set; } = [];

    /// <summary>The fault of every call that has none of its own; null: they succeed.</summary>
    public Func<string, Fault?> Otherwise { get; set; } = _ => null;

    /// <summary>How many calls wait for time to pass, or for the function to give up.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>Ends when something is held or let go.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Counts from the start again.</summary>
    public void Start(params (string Call, Fault Fault)[] faults)
    {
        lock (_gate)
        {
            _faults = faults.ToDictionary(one => one.Call, one => one.Fault);
            Calls = [];
        }
    }

    /// <summary>What happens to the call that has just arrived.</summary>
    public Fault? Next(string operation)
    {
        lock (_gate)
        {
            var call =
                $"{operation} #{1 + Calls.Count(earlier => earlier.StartsWith(operation + " #", StringComparison.Ordinal))}";
            Calls.Enqueue(call);
            return _faults.TryGetValue(call, out var fault) ? fault : Otherwise(operation);
        }
    }

    /// <summary>Lets virtual time pass, or waits until the function gives the call up.</summary>
    /// <exception cref="OperationCanceledException">The function gave it up.</exception>
    public async Task HoldAsync(TimeSpan time, CancellationToken givenUp)
    {
        // What ends it runs where the clock is moved, so that the clock stops at once.
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var let = 0;
        Count(+1);
        await using var timer = timeProvider.CreateTimer(_ => LetGo(), null, time, Timeout.InfiniteTimeSpan);
        await using var registration = givenUp.UnsafeRegister(_ => LetGo(), null);
        await over.Task;
        givenUp.ThrowIfCancellationRequested();

        void LetGo()
        {
            if (Interlocked.Exchange(ref let, 1) == 0)
            {
                Count(-1);
                over.TrySetResult();
            }
        }
    }

    /// <summary>Tells whoever waits that something has changed.</summary>
    public void Tell()
    {
        lock (_gate)
        {
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Count(int change)
    {
        Interlocked.Add(ref _held, change);
        Tell();
    }
}
