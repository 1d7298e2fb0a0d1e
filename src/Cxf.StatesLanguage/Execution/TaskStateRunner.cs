using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs Task states: one attempt, with its events, its timeout and its size limit.</summary>
internal static class TaskStateRunner
{
    public static ValueTask<Payload> RunAsync(StateRun run, TaskState state) =>
        state.Resource.HasToken ? RunWithTokenAsync(run, state) : AttemptAsync(run, state);

    private static async ValueTask<Payload> RunWithTokenAsync(StateRun run, TaskState state)
    {
        var execution = run.Execution;
        var number = (run.EnteredEventId << 16) + run.RetryCount;
        var callback = execution.Tokens.Open(execution.Arn, state.Name + run.Item?.Indexes, number, execution.Clock);
        run.Callback = callback;
        try
        {
            return await AttemptAsync(run, state);
        }
        finally
        {
            execution.Tokens.Close(callback);
        }
    }

    private static async ValueTask<Payload> AttemptAsync(StateRun run, TaskState state)
    {
        var parameters = DataLimit.Checked(state.Flow.Enter(run), run);
        var role = state.Credentials?.Evaluate(run);
        var limits = TaskLimits.Evaluate(run, state);
        var handler = run.Test?.Mock ?? Mock(run, state.Name) ?? run.Execution.Tasks.Find(state.Resource);
        if (handler is null)
        {
            throw run.RuntimeError(
                state.Resource.Kind == TaskResourceKind.Activity
                    ? $"The activity {state.Resource.Text} does not exist."
                    : $"The local engine does not support the resource '{state.Resource.Text}'; mock the state."
            );
        }

        var events = TaskEvents.For(run, state.Resource);
        var scheduled = events.Scheduled(parameters, limits, role);
        events.Started();
        var call = new TaskCall(
            run,
            run.Execution.Arn,
            state.Resource,
            parameters,
            scheduled,
            run.Execution.Scheduler,
            events.Submitted,
            run.Callback,
            worker => Taken(run, events, worker)
        )
        {
            IsConcurrent = run.Branch.IsConcurrent,
        };
        try
        {
            var (output, expired) = await CallAsync(run, call, handler, limits);
            if (output is null)
            {
                events.TimedOut(expired!);
                throw new StateFailedException(expired!);
            }

            if (output.Length > ServiceLimits.PayloadBytes)
            {
                throw Failed(events, DataLimit.Exceeded(events.NameOfTask));
            }

            events.Succeeded(output);
            return output;
        }
        catch (TaskServiceException failure)
        {
            throw Failed(events, new StateError(failure.Error, failure.Cause));
        }
        catch (OperationCanceledException ended) when (!run.Stop.IsCancellationRequested)
        {
            // The engine did not cancel the call: the task's client gave up, as an HTTP client does after its own timeout.
            throw Failed(events, new StateError(ErrorNames.TaskFailed, ended.Message));
        }
    }

    /// <summary>Records on the strand of the execution that a worker, which asks on any thread, has taken the task.</summary>
    private static void Taken(StateRun run, TaskEvents events, string? worker) =>
        run.Execution.Strand.Post(
            _ =>
            {
                try
                {
                    events.TakenBy(worker);
                }
                catch (HistoryFullException)
                {
                    // The next event of the branch finds the history full too, and ends the execution.
                }
            },
            null
        );

    /// <summary>The mocked answer for the next call of the state, or null where the real call is made.</summary>
    private static MockedTask? Mock(StateRun run, string state)
    {
        var execution = run.Execution;
        if (
            execution.Origin.TestCase is not { } testCase
            || execution.Mocks?.Find(execution.Machine.Name, testCase, state, run.Item?.Indexes) is not { } mocked
        )
        {
            return null;
        }

        var call = execution.NextMockedCallOf(mocked.Key);
        return mocked.Answer(call)
            ?? throw run.RuntimeError(
                $"The mocked response '{mocked.Response}' has no answer for call {call} of the state '{state}'."
            );
    }

    private static StateFailedException Failed(TaskEvents events, StateError error)
    {
        events.Failed(error);
        return new StateFailedException(error);
    }

    /// <summary>The answer, or the error of an exceeded limit.</summary>
    private static async ValueTask<(Payload? Output, StateError? Expired)> CallAsync(
        StateRun run,
        TaskCall call,
        ITaskHandler handler,
        TaskLimits limits
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Stop);
        var start = call.Now;
        var work =
            call.Callback is null || handler is MockedTask or ActivityHandler
                ? handler.RunAsync(call, stop.Token)
                : RunWithCallbackAsync(call, handler, stop.Token);
        if (work.IsCompleted)
        {
            return (await work, null);
        }

        var task = work.AsTask();
        try
        {
            while (true)
            {
                var due = limits.Due(start, call);
                if (due <= call.Now)
                {
                    return (null, limits.Expired(start, call.Now));
                }

                if (await FirstAsync(task, due, limits, call, run.Stop, stop.Token) == task)
                {
                    return (await task, null);
                }
            }
        }
        finally
        {
            End(stop);
            Forget(task);
        }
    }

    /// <summary>Waits for the end of the task, for its limit, or for the worker whose heartbeats count from now on.</summary>
    private static async ValueTask<Task> FirstAsync(
        Task task,
        DateTimeOffset? due,
        TaskLimits limits,
        TaskCall call,
        CancellationToken stopped,
        CancellationToken cancellationToken
    )
    {
        var waits = new List<Task> { task };
        if (due is { } end)
        {
            waits.Add(call.Scheduler.WaitUntil(end, cancellationToken).AsTask());
        }

        if (limits.HeartbeatSeconds is not null && call.Callback is { LastHeartbeat: null } callback)
        {
            waits.Add(callback.FirstHeartbeat);
        }

        return await Task.WhenAny(waits).WaitAsync(stopped);
    }

    /// <summary>
    /// The result that was returned with the task's token. A job of <c>.sync</c> ends with the token or by itself.
    /// </summary>
    private static async ValueTask<Payload> RunWithCallbackAsync(
        TaskCall call,
        ITaskHandler handler,
        CancellationToken cancellationToken
    )
    {
        var callback = call.Callback!;
        callback.Beat();
        if (!call.Resource.WaitsForToken)
        {
            var job = handler.RunAsync(call, cancellationToken).AsTask();
            return await Task.WhenAny(job, callback.Done) == job ? await job : (await callback.Done).ToOutput();
        }

        call.Submitted(await handler.RunAsync(call, cancellationToken));
        return (await callback.Done.WaitAsync(cancellationToken)).ToOutput();
    }

    /// <summary>
    /// Cancels the timer or the call on this thread: CancelAsync would use another, and virtual time could overtake it.
    /// </summary>
    private static void End(CancellationTokenSource stop) => stop.Cancel();

    /// <summary>
    /// The abandoned call continues, as it does on AWS; its failure must not surface as an unobserved exception.
    /// </summary>
    private static void Forget(Task task) =>
        task.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}

/// <summary>
/// A task's TimeoutSeconds and HeartbeatSeconds. AWS applies HeartbeatSeconds to every task, even to those that cannot send
/// heartbeats: a function or a <c>.sync</c> job without a token ends when the first heartbeat is overdue. The task of an activity
/// owes heartbeats only after a worker has taken it.
/// </summary>
internal readonly record struct TaskLimits(long? TimeoutSeconds, long? HeartbeatSeconds)
{
    /// <summary>When the task exceeds a limit, or null for never.</summary>
    public DateTimeOffset? Due(DateTimeOffset start, TaskCall call)
    {
        var lastHeartbeat = call.Resource.Kind == TaskResourceKind.Activity ? null : (DateTimeOffset?)start;
        lastHeartbeat = call.Callback?.LastHeartbeat ?? lastHeartbeat;
        var heartbeat = HeartbeatSeconds is { } seconds ? lastHeartbeat?.AddSeconds(seconds) : null;
        var timeout = TimeoutSeconds is { } limit ? start.AddSeconds(limit) : (DateTimeOffset?)null;
        return heartbeat is null || timeout < heartbeat ? timeout : heartbeat;
    }

    /// <summary>
    /// The error of a task that exceeded a limit: AWS reports both limits as States.Timeout, without a cause (recorded).
    /// </summary>
    public StateError Expired(DateTimeOffset start, DateTimeOffset now) =>
        new(ErrorNames.Timeout, null) { IsMissedHeartbeat = TimeoutSeconds is not { } limit || now < start.AddSeconds(limit) };

    public static TaskLimits Evaluate(StateRun run, TaskState state) =>
        new((long?)state.TimeoutSeconds?.Evaluate(run), (long?)state.HeartbeatSeconds?.Evaluate(run));
}
