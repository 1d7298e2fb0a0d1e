using System.Globalization;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Limits;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.Limits;

/// <summary>What the processes of a simulation do, and what happens to them.</summary>
internal sealed record SimulationPlan
{
    public required IReadOnlyList<ApiConnection> Connections { get; init; }

    public int Processes { get; init; } = 64;

    public int Milliseconds { get; init; } = 8_000;

    /// <summary>How much a clock may differ from the true time.</summary>
    public int MaxSkewMs { get; init; }

    /// <summary>How often, of 10,000, a process ends in a millisecond.</summary>
    public int Crashes { get; init; }

    /// <summary>
    /// How often, of 1,000, an answer of DynamoDB is lost: for the gate, or for the client, which sends again.
    /// </summary>
    public int LostAnswers { get; init; }

    public int MaxPauseMs { get; init; } = 500;

    public int MaxCallMs { get; init; } = 1500;

    public (int Min, int Max) TimeoutMs { get; init; } = (500, 5000);

    /// <summary>When the third party fails, in milliseconds from the begin. Default: never.</summary>
    public (int From, int To) OutageMs { get; init; }
}

/// <summary>
/// Processes that call through one gate each, in virtual time and on one table. A seed decides everything, so a failure can be
/// repeated.
/// </summary>
internal sealed class LimitSimulation
{
    private readonly SimulationPlan _plan;
    private readonly Random _random;
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryDynamoDb _tables = TablesInMemory.Create();
    private readonly List<Process> _processes = [];
    private readonly Dictionary<string, int> _inFlight = [];
    private readonly long _start;
    private bool _isOver;

    private LimitSimulation(SimulationPlan plan, int seed)
    {
        (_plan, _random) = (plan, new Random(seed));
        _start = Now;
    }

    /// <summary>The most calls that were in flight at a time, by connection; <c>*</c> for the tenant.</summary>
    public Dictionary<string, int> MostInFlight { get; } = [];

    /// <summary>When calls started, by connection and for the tenant.</summary>
    public Dictionary<string, List<long>> Starts { get; } = [];

    /// <summary>
    /// The ended calls: whether each was refused at first, its result, its requests before and after the call.
    /// </summary>
    public List<(bool Waited, FailureReason? Refusal, int Before, int After)> Calls { get; } = [];

    /// <summary>How many processes ended in the middle of their work.</summary>
    public int Crashed { get; private set; }

    /// <summary>The most calls in flight at a time from an instant to another, in milliseconds from the begin.</summary>
    public int MostBetween(string connection, int fromMs, int toMs)
    {
        var (now, most) = (0, 0);
        foreach (var (at, change) in Changes[connection])
        {
            now += change;
            most = at - _start >= fromMs && at - _start < toMs ? Math.Max(most, now) : most;
        }

        return most;
    }

    /// <summary>How many calls started from an instant to another, in milliseconds from the begin.</summary>
    public int StartsBetween(string connection, int fromMs, int toMs) =>
        Starts[connection].Count(start => start - _start >= fromMs && start - _start < toMs);

    /// <summary>When calls in flight became more or fewer, by connection and for the tenant.</summary>
    public Dictionary<string, List<(long At, int Change)>> Changes { get; } = [];

    /// <summary>Every event in order.</summary>
    public List<string> Trace { get; } = [];

    /// <summary>Runs a simulation to its end.</summary>
    /// <remarks>Without a synchronization context, every continuation runs inside the clock's step that causes it.</remarks>
    public static Task<LimitSimulation> RunAsync(SimulationPlan plan, int seed) =>
        Task.Run(() =>
        {
            var simulation = new LimitSimulation(plan, seed);
            simulation.Run();
            return simulation;
        });

    /// <summary>How many calls of a connection a new process can make at once after everything has ended.</summary>
    public int RoomAfterwards(ApiConnection connection, int wanted)
    {
        // Leases end with their calls' timeouts; clocks that differ delay that by the tolerance, and by the skew of the
        // observer.
        Step(_plan.TimeoutMs.Max + (int)LimitRecord.ClockToleranceMs + _plan.MaxSkewMs + 1);
        var gate = new CallGate(
            new TablesInMemory(_tables),
            TablesInMemory.Table,
            NullLogger.Instance,
            new SkewedClock(_time, TimeSpan.FromMilliseconds(-_plan.MaxSkewMs)),
            _random
        );
        var passes = Enumerable
            .Range(0, wanted)
            .Select(_ => gate.EnterAsync(connection, 0, TimeSpan.FromSeconds(1), default).AsTask())
            .ToList();
        Step(2000);
        return passes.Count(pass => pass is { IsCompletedSuccessfully: true, Result.Refusal: null });
    }

    private void Run()
    {
        while (_processes.Count < _plan.Processes)
        {
            Start();
        }

        for (var ms = 0; ms < _plan.Milliseconds; ms++)
        {
            if (_random.Next(10_000) < _plan.Crashes)
            {
                Crash(_processes[_random.Next(_processes.Count)]);
                Start();
            }

            Step(1);
        }

        _isOver = true;
        Step(_plan.TimeoutMs.Max + _plan.MaxPauseMs + 1000);
        if (_processes.FirstOrDefault(process => process.Running is { IsFaulted: true }) is { } faulty)
        {
            faulty.Running!.GetAwaiter().GetResult();
        }

        Assert.All(_processes, process => Assert.True(process.Running!.IsCompletedSuccessfully, "A process does not end."));
    }

    private void Step(int ms)
    {
        for (; ms > 0; ms--)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    private void Start()
    {
        var skew = TimeSpan.FromMilliseconds(_random.Next(-_plan.MaxSkewMs, _plan.MaxSkewMs + 1));
        var client = new TablesInMemory(_tables);
        var process = new Process(
            Crashed + _processes.Count,
            client,
            new CallGate(client, TablesInMemory.Table, NullLogger.Instance, new SkewedClock(_time, skew), _random)
        );
        client.IsSentTwice = () => _random.Next(1000) < _plan.LostAnswers;
        client.Before = (_, token) => TravelAsync(process, token);
        client.After = async (_, token) =>
        {
            await TravelAsync(process, token);
            if (_random.Next(1000) < _plan.LostAnswers)
            {
                throw new IOException("The answer was lost.");
            }
        };
        _processes.Add(process);
        process.Running = LiveAsync(process);
    }

    private void Crash(Process process)
    {
        Crashed++;
        process.IsDead = true;
        _processes.Remove(process);
        if (process.Current is { } connection)
        {
            Leave(process, connection);
        }
    }

    private async Task LiveAsync(Process process)
    {
        while (!_isOver)
        {
            await DelayAsync(_random.Next(_plan.MaxPauseMs + 1));
            if (process.IsDead)
            {
                return;
            }

            var connection = _plan.Connections[_random.Next(_plan.Connections.Count)];
            await CallAsync(process, connection, _random.Next(_plan.TimeoutMs.Min, _plan.TimeoutMs.Max));
        }
    }

    private async Task CallAsync(Process process, ApiConnection connection, int timeoutMs)
    {
        var started = Now;
        var sent = process.Client.Requests.Count;
        var pass = await process.Gate.EnterAsync(connection, 0, TimeSpan.FromMilliseconds(timeoutMs), default);
        if (process.IsDead)
        {
            return;
        }

        Assert.True(Now - started <= timeoutMs, $"The call waited {Now - started} of {timeoutMs} ms.");
        var before = process.Client.Requests.Count - sent;
        if (pass.Refusal is null)
        {
            Enter(process, connection);
            await DelayAsync(Math.Min(_random.Next(1, _plan.MaxCallMs), timeoutMs - (int)(Now - started)));
            if (process.IsDead)
            {
                return;
            }

            Leave(process, connection);
            var left = Now;
            var isDown = left - _start >= _plan.OutageMs.From && left - _start < _plan.OutageMs.To;
            await pass.LeaveAsync(isDown ? GivenConnection.ServerError : GivenConnection.Answered);
            Assert.True(Now - left <= 500, $"The end took {Now - left} ms.");
        }

        if (!process.IsDead)
        {
            Calls.Add((pass.Waited > TimeSpan.Zero, pass.Refusal, before, process.Client.Requests.Count - sent - before));
        }
    }

    private void Enter(Process process, ApiConnection connection)
    {
        process.Current = connection;
        foreach (var scope in (string[])[connection.Id.Value, LimitScope.TenantName])
        {
            _inFlight[scope] = _inFlight.GetValueOrDefault(scope) + 1;
            MostInFlight[scope] = Math.Max(MostInFlight.GetValueOrDefault(scope), _inFlight[scope]);
            if (!Starts.TryGetValue(scope, out var starts))
            {
                Starts[scope] = starts = [];
                Changes[scope] = [];
            }

            starts.Add(Now);
            Changes[scope].Add((Now, 1));
        }

        Trace.Add(string.Create(CultureInfo.InvariantCulture, $"{Now} {process.Number} enters {connection.Id}"));
    }

    private void Leave(Process process, ApiConnection connection)
    {
        process.Current = null;
        _inFlight[connection.Id.Value]--;
        _inFlight[LimitScope.TenantName]--;
        Changes[connection.Id.Value].Add((Now, -1));
        Changes[LimitScope.TenantName].Add((Now, -1));
        Trace.Add(string.Create(CultureInfo.InvariantCulture, $"{Now} {process.Number} leaves {connection.Id}"));
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task TravelAsync(Process process, CancellationToken cancellationToken)
    {
        // A delay that is canceled would continue on another thread.
        await DelayAsync(_random.Next(1, 8));
        cancellationToken.ThrowIfCancellationRequested();
        if (process.IsDead)
        {
            await new TaskCompletionSource().Task;
        }
    }

    private Task DelayAsync(int ms) => ms <= 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(ms), _time);

    private sealed class Process(int number, TablesInMemory client, CallGate gate)
    {
        public int Number => number;

        public TablesInMemory Client => client;

        public CallGate Gate => gate;

        public bool IsDead { get; set; }

        public ApiConnection? Current { get; set; }

        public Task? Running { get; set; }
    }
}
