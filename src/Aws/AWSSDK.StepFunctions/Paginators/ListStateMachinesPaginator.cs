using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

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
