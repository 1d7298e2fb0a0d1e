namespace Amazon.StepFunctions.Model;

/// <summary>Makes the paginators of the operations that answer in pages.</summary>
public interface IStepFunctionsPaginatorFactory
{
    IGetExecutionHistoryPaginator GetExecutionHistory(GetExecutionHistoryRequest request);

    IListExecutionsPaginator ListExecutions(ListExecutionsRequest request);

    IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request);
}
