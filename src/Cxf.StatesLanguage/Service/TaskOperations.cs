using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Time;

namespace Cxf.StatesLanguage.Service;

/// <summary>The operations of workers and callbacks: they take tasks and return task tokens.</summary>
internal sealed class TaskOperations(StateMachineRegistry registry, ActivityRegistry activities)
{
    private const int TokenCharacters = 2_048;
    private const int ErrorCharacters = 256;

    // API reference, GetActivityTask: the answer is empty if no task is available within 60 seconds.
    private static TimeSpan LongPoll { get; } = TimeSpan.FromSeconds(60);

    public async Task<GetActivityTaskResult> GetActivityTask(GetActivityTaskRequest request, CancellationToken cancellationToken)
    {
        var arn = RequestMember.Required(request.ActivityArn, "activityArn");
        if (request.WorkerName is { } worker)
        {
            RequestMember.CheckLength("workerName", worker, ServiceLimits.NameCharacters, 1);
        }

        Arns.CheckActivity(arn);
        var activity = activities.Find(arn) ?? throw ApiErrors.ActivityDoesNotExist(arn);
        var end = registry.Now + LongPoll;
        while (true)
        {
            // Asked for before the look, so that a task that arrives in between wakes this worker.
            var next = activity.NextTask();
            if (activity.TryTake(out var task))
            {
                next.Cancel();
                task.Callback.Beat();
                task.Started(request.WorkerName);
                return new GetActivityTaskResult(task.Callback.Token, task.Input.ToString());
            }

            await using var abandoned = cancellationToken.UnsafeRegister(static signal => ((Signal)signal!).Cancel(), next);
            registry.Engine.Scheduler.Add(next, end);
            await next.Done.WaitAsync(cancellationToken);
            if (registry.Now >= end)
            {
                return new GetActivityTaskResult(null, null);
            }
        }
    }

    public EmptyResult SendTaskSuccess(SendTaskSuccessRequest request)
    {
        var output = RequestMember.Required(request.Output, "output");
        var callback = Find(request.TaskToken);
        Payload result;
        try
        {
            result = ExecutionInput.Parse(output).WithoutSpacing();
        }
        catch (StepFunctionsException problem) when (problem.Code == "InvalidExecutionInput")
        {
            throw new StepFunctionsException(
                "InvalidOutput",
                problem.Message.Replace("Invalid State Machine Execution Input", "Invalid Output", StringComparison.Ordinal)
            );
        }

        callback.End(new CallbackResult(result, null, null));
        return new EmptyResult();
    }

    public EmptyResult SendTaskFailure(SendTaskFailureRequest request)
    {
        RequestMember.CheckOptionalLength("error", request.Error, ErrorCharacters);
        RequestMember.CheckOptionalLength("cause", request.Cause, ServiceLimits.CauseLength);
        Find(request.TaskToken).End(new CallbackResult(null, request.Error, request.Cause));
        return new EmptyResult();
    }

    public EmptyResult SendTaskHeartbeat(SendTaskHeartbeatRequest request)
    {
        Find(request.TaskToken).Beat();
        return new EmptyResult();
    }

    private TaskCallback Find(string? token)
    {
        var text = RequestMember.Required(token, "taskToken");
        RequestMember.CheckLength("taskToken", text, TokenCharacters, 1);
        return registry.Engine.Tokens.Find(text)
            ?? throw (
                TaskTokens.IsToken(text)
                    ? new StepFunctionsException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'")
                    : ApiErrors.InvalidToken()
            );
    }
}
