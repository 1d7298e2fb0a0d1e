using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Model;

/// <summary>Calls something outside the machine.</summary>
internal sealed class TaskState(
    string name, StateDataFlow flow, TaskResource resource)
    : RetryableState(name, StateType.Task, flow)
{
    public TaskResource Resource { get; } = resource;

    public NumberField? TimeoutSeconds { get; init; }

    public NumberField? HeartbeatSeconds { get; init; }

    /// <summary>The Credentials field (RoleArn), evaluated and shown in the history; nothing is assumed here.</summary>
    public IDataTemplate? Credentials { get; init; }
}
