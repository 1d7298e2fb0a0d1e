using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>All pages of <see cref="IAmazonStepFunctions.GetExecutionHistoryAsync"/>.</summary>
internal sealed class GetExecutionHistoryPaginator(IAmazonStepFunctions client, GetExecutionHistoryRequest request)
    : IGetExecutionHistoryPaginator
{
    private readonly PageWalk<GetExecutionHistoryRequest, GetExecutionHistoryResponse> _walk = new(
        request,
        (asked, token) => asked.NextToken = token,
        client.GetExecutionHistoryAsync,
        page => page.NextToken
    );

    public IPaginatedEnumerable<GetExecutionHistoryResponse> Responses =>
        new PaginatedResponse<GetExecutionHistoryResponse>(_walk);

    public IPaginatedEnumerable<HistoryEvent> Events =>
        new PaginatedResultKeyResponse<GetExecutionHistoryResponse, HistoryEvent>(_walk, page => page.Events ?? []);
}

/// <summary>All pages of <see cref="IAmazonStepFunctions.ListExecutionsAsync"/>.</summary>
internal sealed class ListExecutionsPaginator(IAmazonStepFunctions client, ListExecutionsRequest request)
    : IListExecutionsPaginator
{
    private readonly PageWalk<ListExecutionsRequest, ListExecutionsResponse> _walk = new(
        request,
        (asked, token) => asked.NextToken = token,
        client.ListExecutionsAsync,
        page => page.NextToken
    );

    public IPaginatedEnumerable<ListExecutionsResponse> Responses => new PaginatedResponse<ListExecutionsResponse>(_walk);

    public IPaginatedEnumerable<ExecutionListItem> Executions =>
        new PaginatedResultKeyResponse<ListExecutionsResponse, ExecutionListItem>(_walk, page => page.Executions ?? []);
}

/// <summary>All pages of <see cref="IAmazonStepFunctions.ListStateMachinesAsync"/>.</summary>
internal sealed class ListStateMachinesPaginator(IAmazonStepFunctions client, ListStateMachinesRequest request)
    : IListStateMachinesPaginator
{
    private readonly PageWalk<ListStateMachinesRequest, ListStateMachinesResponse> _walk = new(
        request,
        (asked, token) => asked.NextToken = token,
        client.ListStateMachinesAsync,
        page => page.NextToken
    );

    public IPaginatedEnumerable<ListStateMachinesResponse> Responses => new PaginatedResponse<ListStateMachinesResponse>(_walk);

    public IPaginatedEnumerable<StateMachineListItem> StateMachines =>
        new PaginatedResultKeyResponse<ListStateMachinesResponse, StateMachineListItem>(_walk, page => page.StateMachines ?? []);
}
