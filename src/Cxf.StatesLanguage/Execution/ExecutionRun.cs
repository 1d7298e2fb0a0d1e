using System.Diagnostics.CodeAnalysis;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Time;

namespace Cxf.StatesLanguage.Execution;

/// <summary>One execution of a state machine: its run, its history and how it ended.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The token source has neither a timer nor a wait handle to dispose of.")]
internal sealed class ExecutionRun
{
    // What entering and leaving a state takes, and what its data take, in units of the budget and in bytes.
    private const int StepsOfVisit = 500;
    private const int BytesOfStep = 16;

    private static readonly IReadOnlyDictionary<string, int> NoCalls = new Dictionary<string, int>();

    private readonly Engine _engine;

    // Many ended executions are kept, so what only a running one needs goes with its end.
    private CancellationTokenSource? _stop = new();
    private TaskCompletionSource? _completed;
    private BranchRun? _root;
    private Strand? _strand;
    private Signal? _deadline;
    private Random? _random;
    private readonly Lock _lock = new();
    private List<Signal>? _waiters;
    private List<MapRun>? _mapRuns;
    private Dictionary<string, int>? _mockedCalls;
    private StateError? _stopError;
    private ExecutionStatus _stopStatus;

    public ExecutionRun(Engine engine, MachineRevision machine, string arn, string name, Payload input, ExecutionOrigin origin)
    {
        _engine = engine;
        Machine = machine;
        Arn = arn;
        Name = name;
        Input = input;
        Origin = origin;
        StartDate = Now;
        History = new ExecutionHistory(
            engine.Time,
            machine.Type == StateMachineType.Express ? ServiceLimits.ExpressHistoryEvents : ServiceLimits.HistoryEvents,
            engine.KeepHistory
        );
    }

    /// <summary>An execution that has ended, read again from what was kept of it.</summary>
    public ExecutionRun(Engine engine, EndedExecution ended)
    {
        _engine = engine;
        (Machine, Arn, Name, Input, Origin) = (ended.Machine, ended.Arn, ended.Name, ended.Input, ended.Origin);
        (StartDate, StopDate, Status) = (ended.StartDate, ended.StopDate, ended.Status);
        (Output, Error, History, _stop) = (ended.Output, ended.Error, ended.History, null);
    }

    public string Arn { get; }

    public string Name { get; }

    public MachineRevision Machine { get; }

    public ExecutionOrigin Origin { get; }

    public Payload Input { get; }

    public DateTimeOffset StartDate { get; }

    public DateTimeOffset? StopDate { get; private set; }

    /// <summary>The number of the start among all starts of the service.</summary>
    public required long Number { get; init; }

    /// <summary>The number of the machine, which a later machine with the same name does not have.</summary>
    public long MachineNumber { get; init; }

    /// <summary>Called when the execution has ended.</summary>
    public Action<ExecutionRun>? Ended { get; init; }

    public int RedriveCount { get; private set; }

    public DateTimeOffset? RedriveDate { get; private set; }

    /// <summary>The client's token of the last redrive; a repeated request with it does nothing.</summary>
    public string? RedriveToken { get; set; }

    /// <summary>Why the execution cannot be redriven, in AWS's words; null if it can.</summary>
    public string? RedriveRefusal =>
        Status is ExecutionStatus.Running or ExecutionStatus.Succeeded
            ? $"Execution is {StatusNames.Of(Status)} and cannot be redriven"
        : StopDate + ServiceLimits.RedrivePeriod < Now ? "Execution redrivable period exceeded"
        : History.Count >= ServiceLimits.HistoryEvents - 1 ? "Execution history event limit exceeded"
        : null;

    public ExecutionStatus Status { get; private set; } = ExecutionStatus.Running;

    public Payload? Output { get; private set; }

    public StateError? Error { get; private set; }

    public ExecutionHistory History { get; }

    /// <summary>Whether the execution is ending because it was stopped or timed out, and not by its states.</summary>
    public bool IsEnding => _stop?.IsCancellationRequested == true;

    /// <summary>Completes when the execution ends.</summary>
    public Task Completion
    {
        get
        {
            lock (_lock)
            {
                return Status == ExecutionStatus.Running
                    ? (_completed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task
                    : Task.CompletedTask;
            }
        }
    }

    /// <summary>The work of the execution. One that has succeeded has none left, and lets it go.</summary>
    public Strand Strand => _strand ??= new Strand(_engine.Scheduler);

    public Scheduler Scheduler => _engine.Scheduler;

    public TaskServices Tasks => _engine.Tasks;

    public TaskTokens Tokens => _engine.Tokens;

    public TimeProvider Clock => _engine.Time;

    public MockFile? Mocks => _engine.Mocks;

    public string Region => _engine.Region;

    public string Account => _engine.Account;

    public DateTimeOffset Now => _engine.Time.GetUtcNow();

    /// <summary>Source of random numbers; seeded, so that equal executions draw equal numbers.</summary>
    public Random Random => _random ??= new Random(StableId.Seed(Arn, _engine.Seed));

    /// <summary>How often each mocked state was called, by its key in the mock file.</summary>
    public IReadOnlyDictionary<string, int> MockedCalls => _mockedCalls ?? NoCalls;

    /// <summary>The map runs of the execution, in the order of their starts.</summary>
    public IReadOnlyList<MapRun> MapRuns
    {
        get
        {
            lock (_lock)
            {
                return _mapRuns is null ? [] : [.. _mapRuns];
            }
        }
    }

    public bool HasMapRuns => _mapRuns is not null;

    public void Add(MapRun mapRun)
    {
        lock (_lock)
        {
            (_mapRuns ??= []).Add(mapRun);
        }
    }

    /// <summary>Counts a call of a mocked state and returns the number of earlier calls; mocks answer by this number.</summary>
    public int NextMockedCallOf(string key)
    {
        _mockedCalls ??= new Dictionary<string, int>(StringComparer.Ordinal);
        var calls = _mockedCalls.GetValueOrDefault(key);
        _mockedCalls[key] = calls + 1;
        return calls;
    }

    /// <summary>Waits for the end from another execution's strand.</summary>
    public async ValueTask WaitForEnd(CancellationToken cancellationToken)
    {
        var waiter = new Signal();
        lock (_lock)
        {
            if (Status != ExecutionStatus.Running)
            {
                return;
            }

            (_waiters ??= []).Add(waiter);
        }

        await using var registration = cancellationToken.UnsafeRegister(static signal => ((Signal)signal!).Cancel(), waiter);
        await waiter.Done;
    }

    /// <summary>Counts the visit of a state, whose data the history keeps.</summary>
    /// <exception cref="BudgetSpentException">The engine's budget is spent.</exception>
    public void CountVisit(Payload input) => Count(StepsOfVisit, input.Length);

    /// <summary>Counts data that the history keeps.</summary>
    /// <exception cref="BudgetSpentException">The engine's budget is spent.</exception>
    public void CountKept(Payload data) => Count(0, data.Length);

    /// <inheritdoc cref="CountKept(Payload)"/>
    public void CountKept(string text) => Count(0, sizeof(char) * (long)text.Length);

    private void Count(int steps, long bytes)
    {
        if (_engine.Budget?.TrySpend(steps + (bytes / BytesOfStep), steps + bytes) == false)
        {
            throw new BudgetSpentException();
        }
    }

    public ExecutionHistory ChildHistory() => new(_engine.Time, ServiceLimits.HistoryEvents, keep: false);

    public void Start() => Strand.Post(static run => _ = ((ExecutionRun)run!).RunAsync(), this);

    /// <summary>
    /// Starts an unsuccessful execution again at the states where it ended. Callers have checked <see cref="RedriveRefusal"/>.
    /// </summary>
    public void Redrive()
    {
        lock (_lock)
        {
            _stop = new CancellationTokenSource();
            Status = ExecutionStatus.Running;
            StopDate = null;
            Output = null;
            Error = null;
            RedriveCount++;
            RedriveDate = Now;
        }

        Strand.Post(static run => _ = ((ExecutionRun)run!).RunAgainAsync(), this);
    }

    /// <summary>Ends the execution from outside, by StopExecution.</summary>
    public void Abort(string? error, string? cause) => End(ExecutionStatus.Aborted, new StateError(error, cause));

    /// <summary>
    /// Does work in a branch of its own instead of running the machine, for at most the machine's time limit.
    /// </summary>
    /// <exception cref="OperationCanceledException">The time limit was reached.</exception>
    public Task<T> RunAlone<T>(VariableScope scope, Func<BranchRun, ValueTask<T>> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Strand.Post(_ => _ = RunAloneAsync(scope, work, done), null);
        return done.Task;
    }

    private async Task RunAloneAsync<T>(VariableScope scope, Func<BranchRun, ValueTask<T>> work, TaskCompletionSource<T> done)
    {
        try
        {
            StartDeadline();
            done.SetResult(await work(new BranchRun(this, ChildHistory(), scope, null, hasSiblings: false, _stop!.Token)));
        }
        catch (Exception failure)
        {
            done.SetException(failure);
        }
        finally
        {
            Scheduler.Cancel(_deadline!);
        }
    }

    private void End(ExecutionStatus status, StateError error) =>
        Strand.Post(
            _ =>
            {
                if (Status == ExecutionStatus.Running && !_stop!.IsCancellationRequested)
                {
                    _stopStatus = status;
                    _stopError = error;
                    _stop.Cancel();
                }
            },
            null
        );

    private Task RunAsync()
    {
        var root = new BranchRun(this, History, new VariableScope(null), null, hasSiblings: false, _stop!.Token);
        History.Add(
            HistoryEventType.ExecutionStarted,
            0,
            new ExecutionStartedDetails(Input, Machine.RoleArn, Origin.AliasArn, Origin.VersionArn)
        );
        return RunAsync(root);
    }

    private Task RunAgainAsync()
    {
        var old = _root;
        var root = new BranchRun(this, History, old?.Scope ?? new VariableScope(null), null, hasSiblings: false, _stop!.Token)
        {
            Redriven = old,
        };
        root.Previous = History.Count;
        root.Record(HistoryEventType.ExecutionRedriven, new ExecutionRedrivenDetails(RedriveCount));
        return RunAsync(root);
    }

    private async Task RunAsync(BranchRun root)
    {
        _root = root;
        try
        {
            var running = root.RunAsync(Machine.Definition.Graph, Input.WithoutSpacing());
            if (!running.IsCompleted)
            {
                StartDeadline();
            }

            var result = await running;
            var status = result.Error is null ? ExecutionStatus.Succeeded : ExecutionStatus.Failed;
            Finish(status, result.Output, result.Error, root.Previous);
        }
        catch (Exception ended) when (IsEnding && ended is (OperationCanceledException or HistoryFullException))
        {
            // An end from outside follows no event of the states (recorded for StopExecution).
            Finish(_stopStatus, null, _stopError, previous: 0);
        }
        catch (Exception failure)
        {
            Finish(ExecutionStatus.Failed, null, UncaughtFailure.ErrorOf(failure), root.Previous);
        }
    }

    private void StartDeadline()
    {
        var limit = Machine.Type == StateMachineType.Express ? ServiceLimits.ExpressDuration : ServiceLimits.StandardDuration;
        if (Machine.Definition.TimeoutSeconds is { } seconds && seconds < limit.TotalSeconds)
        {
            limit = TimeSpan.FromSeconds(seconds);
        }

        _deadline = new Signal();
        Scheduler.Add(_deadline, (RedriveDate ?? StartDate) + limit);
        _deadline.Done.ContinueWith(
            _ => End(ExecutionStatus.TimedOut, new StateError(ErrorNames.Timeout, null)),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    private void Finish(ExecutionStatus status, Payload? output, StateError? error, long previous)
    {
        if (_deadline is not null)
        {
            Scheduler.Cancel(_deadline);
        }

        var (type, details) = status switch
        {
            ExecutionStatus.Succeeded => (HistoryEventType.ExecutionSucceeded, (HistoryEventDetails)new OutputDetails(output!)),
            ExecutionStatus.Failed => (HistoryEventType.ExecutionFailed, new ErrorDetails(error!.Error, error.Cause)),
            ExecutionStatus.Aborted => (HistoryEventType.ExecutionAborted, new ErrorDetails(error!.Error, error.Cause)),
            _ => (HistoryEventType.ExecutionTimedOut, new ErrorDetails(error!.Error, error.Cause)),
        };
        var now = Now;
        History.End(type, previous, details, now.UtcTicks);
        Output = output;
        Error = error;
        StopDate = now;
        List<Signal>? waiters;
        TaskCompletionSource? completed;
        lock (_lock)
        {
            Status = status;
            (waiters, completed, _waiters, _completed) = (_waiters, _completed, null, null);
        }

        if (status == ExecutionStatus.Succeeded)
        {
            // Only unsuccessful executions can be redriven.
            _root = null;
            _random = null;
            _strand = null;
        }

        if (!IsEnding)
        {
            _stop = null;
        }

        _deadline = null;
        waiters?.ForEach(static waiter => waiter.Fire());
        completed?.SetResult();
        Ended?.Invoke(this);
    }
}
