using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>One call of a Task state's resource.</summary>
/// <param name="Run">The visit of the state.</param>
/// <param name="Resource">What is called.</param>
/// <param name="Parameters">What it gets.</param>
/// <param name="ScheduledEventId">The event that announced the call; it makes request ids repeatable.</param>
/// <param name="Submitted">Told what a service answered when it took a job that ends later.</param>
internal sealed record TaskCall(
    StateRun Run, TaskResource Resource, Payload Parameters, long ScheduledEventId, Action<Payload> Submitted)
{
    public string RequestId => StableId.Uuid(Run.Execution.Arn, Resource.Action, ScheduledEventId);
}
