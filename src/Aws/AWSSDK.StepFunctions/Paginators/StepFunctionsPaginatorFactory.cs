namespace Amazon.StepFunctions.Model;

/// <summary>Makes the paginators of one client.</summary>
public class StepFunctionsPaginatorFactory : IStepFunctionsPaginatorFactory
{
    private readonly IAmazonStepFunctions client;

    internal StepFunctionsPaginatorFactory(IAmazonStepFunctions client) => this.client = client;

    public IGetExecutionHistoryPaginator GetExecutionHistory(GetExecutionHistoryRequest request) =>
        new GetExecutionHistoryPaginator(client, request);

    public IListExecutionsPaginator ListExecutions(ListExecutionsRequest request) => new ListExecutionsPaginator(client, request);

    public IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request) =>
        new ListStateMachinesPaginator(client, request);
}
