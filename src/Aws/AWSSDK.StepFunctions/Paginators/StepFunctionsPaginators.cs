using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>All pages of <see cref="IAmazonStepFunctions.GetExecutionHistoryAsync"/>.</summary>
public interface IGetExecutionHistoryPaginator
{
    IPaginatedEnumerable<GetExecutionHistoryResponse> Responses { get; }

    IPaginatedEnumerable<HistoryEvent> Events { get; }
}

/// <summary>All pages of <see cref="IAmazonStepFunctions.ListExecutionsAsync"/>.</summary>
public interface IListExecutionsPaginator
{
    IPaginatedEnumerable<ListExecutionsResponse> Responses { get; }

    IPaginatedEnumerable<ExecutionListItem> Executions { get; }
}

/// <summary>All pages of <see cref="IAmazonStepFunctions.ListStateMachinesAsync"/>.</summary>
public interface IListStateMachinesPaginator
{
    IPaginatedEnumerable<ListStateMachinesResponse> Responses { get; }

    IPaginatedEnumerable<StateMachineListItem> StateMachines { get; }
}

/// <summary>Makes the paginators of the operations that answer in pages.</summary>
public interface IStepFunctionsPaginatorFactory
{
    IGetExecutionHistoryPaginator GetExecutionHistory(GetExecutionHistoryRequest request);

    IListExecutionsPaginator ListExecutions(ListExecutionsRequest request);

    IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request);
}
