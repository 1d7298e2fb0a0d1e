using System.Text.Json;
using Amazon.Lambda.Annotations;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.PublishFlow;

/// <summary>The function that makes a flow's draft live: check, compile, state machine, version, alias.</summary>
public sealed class PublishFlowFunction(FlowPublisher publisher, PublishRequestRecords records)
{
    /// <summary>
    /// Publishes <c>{"tenantId": …, "flowId": …}</c>; what stands in the way is in the answer's diagnostics. Or carries out a
    /// batch of requests from the configuration table's stream.
    /// </summary>
    [LambdaFunction]
    public async Task<JsonElement> PublishFlow(FunctionEvent received) =>
        PublishRequestRecords.IsBatch(received.Json)
            ? await records.CarryOutAsync(received.Json!.Value, CancellationToken.None)
            : (await publisher.PublishAsync(received, CancellationToken.None)).ToJson();
}
