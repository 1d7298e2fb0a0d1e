using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Time;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>Makes the calls of one kind of resource.</summary>
internal interface ITaskHandler
{
    /// <summary>The result of the task.</summary>
    /// <exception cref="TaskServiceException">The task failed.</exception>
    ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken);
}

/// <summary>One call of a Task state's resource.</summary>
/// <param name="State">The visit of the state.</param>
/// <param name="ExecutionArn">The execution that calls.</param>
/// <param name="Resource">What is called.</param>
/// <param name="Parameters">The input of the call.</param>
/// <param name="ScheduledEventId">The event that announced the call; it makes request ids repeatable.</param>
/// <param name="Scheduler">Where the call waits, and its clock.</param>
/// <param name="Submitted">Receives the service's answer when it has accepted a job that ends later.</param>
/// <param name="Callback">The token of the task, for resources that have one.</param>
/// <param name="Started">Receives the name of the worker, which may be null, that has taken the task of an activity.</param>
internal sealed record TaskCall(
    IEvaluationContext State,
    string ExecutionArn,
    TaskResource Resource,
    Payload Parameters,
    long ScheduledEventId,
    Scheduler Scheduler,
    Action<Payload> Submitted,
    TaskCallback? Callback,
    Action<string?> Started
)
{
    public DateTimeOffset Now => Scheduler.Clock.GetUtcNow();

    /// <summary>Whether other branches or iterations run at the same time. Default: no.</summary>
    public bool IsConcurrent { get; init; }

    public string RequestId => StableId.Uuid(ExecutionArn, Resource.Action, ScheduledEventId);
}

/// <summary>Finds the handler of a task.</summary>
internal sealed class TaskServices(
    IReadOnlyDictionary<string, ITaskHandler> integrations,
    ITaskHandler lambdaFunction,
    ActivityHandler activities
)
{
    /// <summary>The handler of a resource, or null where this engine has none.</summary>
    public ITaskHandler? Find(TaskResource resource) =>
        resource.Kind switch
        {
            TaskResourceKind.LambdaFunction => lambdaFunction,
            TaskResourceKind.Integration => integrations.GetValueOrDefault($"{resource.Service}:{resource.Call}"),
            _ => activities.Exists(resource.Text) ? activities : null,
        };
}
