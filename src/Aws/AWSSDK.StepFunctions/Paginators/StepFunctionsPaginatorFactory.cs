namespace Amazon.StepFunctions.Model;

/// <summary>Makes the paginators of one client.</summary>
public class StepFunctionsPaginatorFactory : IStepFunctionsPaginatorFactory
{
    private readonly IAmazonStepFunctions _client;

    internal StepFunctionsPaginatorFactory(IAmazonStepFunctions client) => _client = client;

    public IGetExecutionHistoryPaginator GetExecutionHistory(GetExecutionHistoryRequest request) =>
        new GetExecutionHistoryPaginator(_client, request);

    public IListExecutionsPaginator ListExecutions(ListExecutionsRequest request) =>
        new ListExecutionsPaginator(_client, request);

    public IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request) =>
        new ListStateMachinesPaginator(_client, request);
}
