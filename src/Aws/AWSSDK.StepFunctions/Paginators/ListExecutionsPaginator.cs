using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

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
