using Cxf.StatesLanguage.Data;
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
        var handler = run.Execution.Tasks.Mocks?.Find(run, state.Name) ?? run.Execution.Tasks.Find(state.Resource);
        if (handler is null)
        {
            throw run.RuntimeError(state.Resource.Kind == TaskResourceKind.Activity
                ? $"The activity {state.Resource.Text} does not exist."
                : $"The resource '{state.Resource.Text}' is not one that this engine runs; give the state a mock.");
        }

        var events = TaskEvents.For(run, state.Resource);
        var scheduled = events.Scheduled(parameters, limits, role);
        events.Started();
        var call = new TaskCall(run, state.Resource, parameters, scheduled, events.Submitted);
        try
        {
            var output = await CallAsync(call, handler, limits);
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
        catch (OperationCanceledException ended) when (!run.Branch.Stop.IsCancellationRequested)
        {
            // Nobody here ended it: whoever does the call gave it up, as an HTTP client does after its own timeout.
            throw Failed(events, new StateError(ErrorNames.TaskFailed, ended.Message));
        }
    }

    private static StateFailedException Failed(TaskEvents events, StateError error)
    {
        events.Failed(error);
        return new StateFailedException(error);
    }

    /// <summary>The answer, or null when it did not come in time.</summary>
    private static async ValueTask<Payload?> CallAsync(TaskCall call, ITaskHandler handler, TaskLimits limits)
    {
        var branch = call.Run.Branch;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(branch.Stop);
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
                return await task.WaitAsync(branch.Stop);
            }

            var execution = call.Run.Execution;
            var timer = execution.Scheduler.WaitUntil(execution.Now.AddSeconds(seconds), stop.Token).AsTask();
            var first = await Task.WhenAny(task, timer).WaitAsync(branch.Stop);
            return first == task ? await task : null;
        }
        finally
        {
            End(stop);
            Forget(task);
        }
    }

    /// <summary>Ends the timer, or the call, here and now: on another thread, as CancelAsync would, virtual time could overtake
    /// it.</summary>
    private static void End(CancellationTokenSource stop) => stop.Cancel();

    /// <summary>The call goes on without anyone listening, as it does on AWS; its failure must not surface as
    /// unobserved.</summary>
    private static void Forget(Task task) => task.ContinueWith(
        static ended => _ = ended.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
