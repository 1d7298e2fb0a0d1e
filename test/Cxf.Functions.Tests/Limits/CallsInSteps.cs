using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Limits;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.Limits;

/// <summary>Tests that make calls of several processes in virtual time, a millisecond at a time, on one table.</summary>
public abstract class CallsInSteps
{
    private int _processes;

    protected static TimeSpan Second { get; } = TimeSpan.FromSeconds(1);

    protected FakeTimeProvider Time { get; } = new();

    private protected TablesInMemory Tables { get; } = new(TablesInMemory.Create());

    /// <summary>From now on, the table does not answer.</summary>
    protected void Hang() =>
        Tables.Before = async (_, token) =>
        {
            var never = new TaskCompletionSource();
            await using var cancellation = token.Register(() => never.SetCanceled(token));
            await never.Task;
        };

    // Without a synchronization context, every continuation runs inside the clock's step that causes it.
    protected static Task InStepsAsync(Action test) => Task.Run(test);

    protected CallGate Gate() => new(Tables, TablesInMemory.Table, NullLogger.Instance, Time, new Random(++_processes));

    protected void Advance(TimeSpan time)
    {
        for (var ms = 0; ms < time.TotalMilliseconds; ms++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    protected static FailureReason? Refusal(Task<CallPass> entering)
    {
        Assert.True(entering.IsCompletedSuccessfully);
        return entering.Result.Refusal;
    }

    protected static CallPass Entered(ValueTask<CallPass> entering)
    {
        Assert.True(entering.IsCompletedSuccessfully);
        var pass = entering.Result;
        Assert.Null(pass.Refusal);
        return pass;
    }

    protected static void Ended(ValueTask leaving) => Assert.True(leaving.IsCompletedSuccessfully);
}
