using System.Text.Json;
using Amazon.Lambda.Annotations;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.PublishFlow;

/// <summary>The function that makes a flow's draft live: check, compile, state machine, version, alias.</summary>
public sealed class PublishFlowFunction(FlowPublisher publisher)
{
    /// <summary>Publishes <c>{"tenantId": …, "flowId": …}</c>; what stands in the way is in the answer's diagnostics.</summary>
    [LambdaFunction]
    public async Task<JsonElement> PublishFlow(FunctionEvent received) =>
        (await publisher.PublishAsync(received, CancellationToken.None)).ToJson();
}
