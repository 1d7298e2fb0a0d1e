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
