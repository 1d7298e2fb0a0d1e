using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <summary>AWS Step Functions, API version 2016-11-23.</summary>
public interface IAmazonStepFunctions : IAmazonService, IDisposable
{
    /// <summary>Reads lists page by page.</summary>
    IStepFunctionsPaginatorFactory Paginators { get; }

    /// <summary>
    /// Starts an execution; the same name with the same input is answered with the first one's (STANDARD only).
    /// </summary>
    Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Runs an EXPRESS state machine and waits for its end.</summary>
    Task<StartSyncExecutionResponse> StartSyncExecutionAsync(
        StartSyncExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a STANDARD execution.</summary>
    Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads the events of a STANDARD execution, a page at a time.</summary>
    Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a state machine; the same request again is answered with the first one's.</summary>
    Task<CreateStateMachineResponse> CreateStateMachineAsync(
        CreateStateMachineRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes a state machine's definition, role or configuration.</summary>
    Task<UpdateStateMachineResponse> UpdateStateMachineAsync(
        UpdateStateMachineRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a state machine, one of its versions or the one that an alias names.</summary>
    Task<DescribeStateMachineResponse> DescribeStateMachineAsync(
        DescribeStateMachineRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a state machine with its versions and aliases, once its executions have ended.</summary>
    Task<DeleteStateMachineResponse> DeleteStateMachineAsync(
        DeleteStateMachineRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes the current revision a numbered version.</summary>
    Task<PublishStateMachineVersionResponse> PublishStateMachineVersionAsync(
        PublishStateMachineVersionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the versions, latest first.</summary>
    Task<ListStateMachineVersionsResponse> ListStateMachineVersionsAsync(
        ListStateMachineVersionsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a version that no alias names.</summary>
    Task<DeleteStateMachineVersionResponse> DeleteStateMachineVersionAsync(
        DeleteStateMachineVersionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates an alias of one or two versions of the same state machine.</summary>
    Task<CreateStateMachineAliasResponse> CreateStateMachineAliasAsync(
        CreateStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Points an alias to other versions or shares.</summary>
    Task<UpdateStateMachineAliasResponse> UpdateStateMachineAliasAsync(
        UpdateStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads an alias.</summary>
    Task<DescribeStateMachineAliasResponse> DescribeStateMachineAliasAsync(
        DescribeStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes an alias.</summary>
    Task<DeleteStateMachineAliasResponse> DeleteStateMachineAliasAsync(
        DeleteStateMachineAliasRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the aliases of a state machine or of one version.</summary>
    Task<ListStateMachineAliasesResponse> ListStateMachineAliasesAsync(
        ListStateMachineAliasesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the state machines of the account and region.</summary>
    Task<ListStateMachinesResponse> ListStateMachinesAsync(
        ListStateMachinesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Checks a definition without creating anything.</summary>
    Task<ValidateStateMachineDefinitionResponse> ValidateStateMachineDefinitionAsync(
        ValidateStateMachineDefinitionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the executions of a STANDARD state machine, latest first.</summary>
    Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Aborts a STANDARD execution.</summary>
    Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a failed STANDARD execution again from the state that failed.</summary>
    Task<RedriveExecutionResponse> RedriveExecutionAsync(
        RedriveExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Runs one state without creating a state machine.</summary>
    Task<TestStateResponse> TestStateAsync(TestStateRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the state machine as it was when the execution started.</summary>
    Task<DescribeStateMachineForExecutionResponse> DescribeStateMachineForExecutionAsync(
        DescribeStateMachineForExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends a waiting task with an output.</summary>
    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
        SendTaskSuccessRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends a waiting task with an error.</summary>
    Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Says that a waiting task is still worked on.</summary>
    Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(
        SendTaskHeartbeatRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds or changes tags.</summary>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would be sent to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonStepFunctionsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonStepFunctionsClient(awsCredentials, (AmazonStepFunctionsConfig)clientConfig);
}
