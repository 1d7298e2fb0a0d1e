using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>Does the calls of one kind of resource.</summary>
internal interface ITaskHandler
{
    /// <summary>The result of the task.</summary>
    /// <exception cref="TaskServiceException">The task failed.</exception>
    ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken);
}
