using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs Task states: one attempt, with its events, its timeout and its size limit.</summary>
internal static class TaskStateRunner
{
    public static async ValueTask<Payload> RunAsync(StateRun run, TaskState state)
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
            events.Submitted
        );
        try
        {
            var output = await CallAsync(run, call, handler, limits);
            if (output is null)
            {
                events.TimedOut(limits.Expired);
                throw new StateFailedException(limits.Expired);
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

    /// <summary>The answer, or null after a timeout.</summary>
    private static async ValueTask<Payload?> CallAsync(StateRun run, TaskCall call, ITaskHandler handler, TaskLimits limits)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Stop);
        var work = handler.RunAsync(call, stop.Token);
        if (work.IsCompleted)
        {
            return await work;
        }

        var task = work.AsTask();
        try
        {
            if (limits.Seconds is not { } seconds)
            {
                return await task.WaitAsync(run.Stop);
            }

            var timer = call.Scheduler.WaitUntil(call.Now.AddSeconds(seconds), stop.Token).AsTask();
            var first = await Task.WhenAny(task, timer).WaitAsync(run.Stop);
            return first == task ? await task : null;
        }
        finally
        {
            End(stop);
            Forget(task);
        }
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
/// heartbeats: a function or a <c>.sync</c> job without a token ends when the first heartbeat is overdue. Activities and tasks
/// with a token, the only ones that send heartbeats, are not supported here, so the task ends at whichever limit comes first.
/// </summary>
internal readonly record struct TaskLimits(long? TimeoutSeconds, long? HeartbeatSeconds)
{
    /// <summary>After how many seconds the task ends, or null for never.</summary>
    public long? Seconds => HeartbeatComesFirst ? HeartbeatSeconds : TimeoutSeconds;

    /// <summary>
    /// The error of a task that exceeded a limit: AWS reports both limits as States.Timeout, without a cause (recorded).
    /// </summary>
    public StateError Expired => new(ErrorNames.Timeout, null) { IsMissedHeartbeat = HeartbeatComesFirst };

    private bool HeartbeatComesFirst => HeartbeatSeconds < (TimeoutSeconds ?? long.MaxValue);

    public static TaskLimits Evaluate(StateRun run, TaskState state) =>
        new((long?)state.TimeoutSeconds?.Evaluate(run), (long?)state.HeartbeatSeconds?.Evaluate(run));
}
