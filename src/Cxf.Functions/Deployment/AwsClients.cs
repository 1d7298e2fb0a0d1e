using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions;

namespace Cxf.Functions.Deployment;

/// <summary>DynamoDB's client without the stages of the SDK's pipeline that do nothing here.</summary>
internal sealed class DynamoDbClient(AmazonDynamoDBConfig config) : AmazonDynamoDBClient(config)
{
    // The SDK's own without the discovery of endpoints, and with the kind of answer that the stand-in of Step Functions' client
    // asks for: so the stages are resolved once and not twice before ExecuteFlow's first answer.
    public override async Task<GetItemResponse> GetItemAsync(
        GetItemRequest request,
        CancellationToken cancellationToken = default
    ) =>
        (GetItemResponse)
            await InvokeAsync<AmazonWebServiceResponse>(
                request,
                new InvokeOptions
                {
                    RequestMarshaller = GetItemRequestMarshaller.Instance,
                    ResponseUnmarshaller = GetItemResponseUnmarshaller.Instance,
                },
                cancellationToken
            );

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        ShortPipeline.Shorten(pipeline);
    }
}

/// <summary>Step Functions' client without the stages of the SDK's pipeline that do nothing here.</summary>
internal sealed class StepFunctionsClient(AmazonStepFunctionsConfig config) : AmazonStepFunctionsClient(config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        ShortPipeline.Shorten(pipeline);
    }
}

/// <summary>
/// The stages of the SDK's pipeline are generic virtual methods, which ahead-of-time compilation resolves at their first call:
/// each costs a cold start a tenth of a millisecond for each kind of answer.
/// </summary>
file static class ShortPipeline
{
    public static void Shorten(RuntimePipeline pipeline)
    {
        // Times that only the SDK's own metrics would report.
        pipeline.RemoveHandler<MetricsHandler>();

        // Events of the client, to which nobody listens.
        pipeline.RemoveHandler<ErrorCallbackHandler>();
        while (pipeline.Handlers.Exists(handler => handler is CallbackHandler))
        {
            pipeline.RemoveHandler<CallbackHandler>();
        }

        // Neither service has compressed requests or checksums of bodies, and endpoints are not discovered.
        pipeline.RemoveHandler<CompressionHandler>();
        pipeline.RemoveHandler<ChecksumHandler>();
        pipeline.RemoveHandler<EndpointDiscoveryHandler>();
    }
}
