using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>
/// Tasks whose resource is an activity: the input goes to the next worker, and the worker's answer is the result.
/// </summary>
internal sealed class ActivityHandler(ActivityRegistry activities) : ITaskHandler
{
    public bool Exists(string arn) => activities.Find(arn) is not null;

    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var activity =
            activities.Find(call.Resource.Text)
            ?? throw new TaskServiceException("ActivityDoesNotExist", $"Activity Does Not Exist: '{call.Resource.Text}'");
        activity.Schedule(new ActivityTask(call.Callback!, call.Parameters, call.Started, cancellationToken));
        return (await call.Callback!.Done.WaitAsync(cancellationToken)).ToOutput();
    }
}
