using System.Text.Json;
using Amazon.Lambda.Annotations;
using Cxf.Functions.Deployment;
using Cxf.Functions.Observability;
using Cxf.Functions.Serialization;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.PublishFlow;

/// <summary>The function that makes flows live, rolls them back and removes them.</summary>
public sealed class PublishFlowFunction(
    PublishRequests requests,
    ConfigurationRecords records,
    PublishLog log,
    SelfCheck check,
    ILogger logger
)
{
    /// <summary>
    /// Handles <c>{"tenantId": …, "flowId": …, "action": "publish"}</c>; problems are in the answer's message and diagnostics. Or
    /// handles a batch of records from the configuration table's stream.
    /// </summary>
    [LambdaFunction]
    public async Task<JsonElement> PublishFlow(FunctionEvent received) =>
        ConfigurationRecords.IsBatch(received.Json) ? await records.CarryOutAsync(received.Json!.Value, CancellationToken.None)
        : SelfCheck.IsAsked(received.Json) ? await check.RunAsync(nameof(PublishFlow), CancellationToken.None)
        : (await AnswerAsync(received)).ToJson();

    private async Task<PublishAnswer> AnswerAsync(FunctionEvent received)
    {
        var (request, problem) = PublishRequestReader.Read(received.Json);
        if (request is null)
        {
            var refused = PublishAnswer.Rejected(problem);
            log.Answered(null, refused, TimeSpan.Zero);
            return refused;
        }

        try
        {
            return await requests.CarryOutAsync(request, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // A direct caller gets the failure and can try again.
            var (type, code, id) = FailureFacts.Of(exception);
            logger.CouldNotPublish(type, code, id);
            return PublishFailures.Answer(exception, null);
        }
    }
}
