using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>All pages of <see cref="IAmazonStepFunctions.ListStateMachinesAsync"/>.</summary>
public interface IListStateMachinesPaginator
{
    IPaginatedEnumerable<ListStateMachinesResponse> Responses { get; }

    IPaginatedEnumerable<StateMachineListItem> StateMachines { get; }
}
