using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <content>One method per operation.</content>
public partial class AmazonStepFunctionsClient
{
    public virtual Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<StartExecutionRequest, StartExecutionResponse>("StartExecution", request, cancellationToken);

    public virtual Task<StartSyncExecutionResponse> StartSyncExecutionAsync(
        StartSyncExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<StartSyncExecutionRequest, StartSyncExecutionResponse>(
            "StartSyncExecution",
            request,
            cancellationToken,
            SyncHostPrefix
        );

    public virtual Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<DescribeExecutionRequest, DescribeExecutionResponse>("DescribeExecution", request, cancellationToken);

    public virtual Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<GetExecutionHistoryRequest, GetExecutionHistoryResponse>("GetExecutionHistory", request, cancellationToken);

    public virtual Task<CreateStateMachineResponse> CreateStateMachineAsync(
        CreateStateMachineRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<CreateStateMachineRequest, CreateStateMachineResponse>("CreateStateMachine", request, cancellationToken);

    public virtual Task<UpdateStateMachineResponse> UpdateStateMachineAsync(
        UpdateStateMachineRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<UpdateStateMachineRequest, UpdateStateMachineResponse>("UpdateStateMachine", request, cancellationToken);

    public virtual Task<DescribeStateMachineResponse> DescribeStateMachineAsync(
        DescribeStateMachineRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<DescribeStateMachineRequest, DescribeStateMachineResponse>("DescribeStateMachine", request, cancellationToken);

    public virtual Task<DeleteStateMachineResponse> DeleteStateMachineAsync(
        DeleteStateMachineRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<DeleteStateMachineRequest, DeleteStateMachineResponse>("DeleteStateMachine", request, cancellationToken);

    public virtual Task<PublishStateMachineVersionResponse> PublishStateMachineVersionAsync(
        PublishStateMachineVersionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<PublishStateMachineVersionRequest, PublishStateMachineVersionResponse>(
            "PublishStateMachineVersion",
            request,
            cancellationToken
        );

    public virtual Task<ListStateMachineVersionsResponse> ListStateMachineVersionsAsync(
        ListStateMachineVersionsRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<ListStateMachineVersionsRequest, ListStateMachineVersionsResponse>(
            "ListStateMachineVersions",
            request,
            cancellationToken
        );

    public virtual Task<DeleteStateMachineVersionResponse> DeleteStateMachineVersionAsync(
        DeleteStateMachineVersionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<DeleteStateMachineVersionRequest, DeleteStateMachineVersionResponse>(
            "DeleteStateMachineVersion",
            request,
            cancellationToken
        );

    public virtual Task<CreateStateMachineAliasResponse> CreateStateMachineAliasAsync(
        CreateStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<CreateStateMachineAliasRequest, CreateStateMachineAliasResponse>(
            "CreateStateMachineAlias",
            request,
            cancellationToken
        );

    public virtual Task<UpdateStateMachineAliasResponse> UpdateStateMachineAliasAsync(
        UpdateStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<UpdateStateMachineAliasRequest, UpdateStateMachineAliasResponse>(
            "UpdateStateMachineAlias",
            request,
            cancellationToken
        );

    public virtual Task<DescribeStateMachineAliasResponse> DescribeStateMachineAliasAsync(
        DescribeStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<DescribeStateMachineAliasRequest, DescribeStateMachineAliasResponse>(
            "DescribeStateMachineAlias",
            request,
            cancellationToken
        );

    public virtual Task<DeleteStateMachineAliasResponse> DeleteStateMachineAliasAsync(
        DeleteStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<DeleteStateMachineAliasRequest, DeleteStateMachineAliasResponse>(
            "DeleteStateMachineAlias",
            request,
            cancellationToken
        );

    public virtual Task<ListStateMachineAliasesResponse> ListStateMachineAliasesAsync(
        ListStateMachineAliasesRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<ListStateMachineAliasesRequest, ListStateMachineAliasesResponse>(
            "ListStateMachineAliases",
            request,
            cancellationToken
        );

    public virtual Task<ListStateMachinesResponse> ListStateMachinesAsync(
        ListStateMachinesRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<ListStateMachinesRequest, ListStateMachinesResponse>("ListStateMachines", request, cancellationToken);

    public virtual Task<ValidateStateMachineDefinitionResponse> ValidateStateMachineDefinitionAsync(
        ValidateStateMachineDefinitionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<ValidateStateMachineDefinitionRequest, ValidateStateMachineDefinitionResponse>(
            "ValidateStateMachineDefinition",
            request,
            cancellationToken
        );

    public virtual Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<ListExecutionsRequest, ListExecutionsResponse>("ListExecutions", request, cancellationToken);

    public virtual Task<StopExecutionResponse> StopExecutionAsync(
        StopExecutionRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<StopExecutionRequest, StopExecutionResponse>("StopExecution", request, cancellationToken);

    public virtual Task<RedriveExecutionResponse> RedriveExecutionAsync(
        RedriveExecutionRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<RedriveExecutionRequest, RedriveExecutionResponse>("RedriveExecution", request, cancellationToken);

    public virtual Task<TestStateResponse> TestStateAsync(
        TestStateRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<TestStateRequest, TestStateResponse>("TestState", request, cancellationToken, SyncHostPrefix);

    public virtual Task<DescribeStateMachineForExecutionResponse> DescribeStateMachineForExecutionAsync(
        DescribeStateMachineForExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<DescribeStateMachineForExecutionRequest, DescribeStateMachineForExecutionResponse>(
            "DescribeStateMachineForExecution",
            request,
            cancellationToken
        );

    public virtual Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
        SendTaskSuccessRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<SendTaskSuccessRequest, SendTaskSuccessResponse>("SendTaskSuccess", request, cancellationToken);

    public virtual Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<SendTaskFailureRequest, SendTaskFailureResponse>("SendTaskFailure", request, cancellationToken);

    public virtual Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(
        SendTaskHeartbeatRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<SendTaskHeartbeatRequest, SendTaskHeartbeatResponse>("SendTaskHeartbeat", request, cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<TagResourceRequest, TagResourceResponse>("TagResource", request, cancellationToken);

    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request,
        CancellationToken cancellationToken = default
    ) => SendAsync<ListTagsForResourceRequest, ListTagsForResourceResponse>("ListTagsForResource", request, cancellationToken);
}
