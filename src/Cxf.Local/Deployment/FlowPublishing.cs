using System.Runtime.CompilerServices;
using System.Text.Json;
using Cxf.Functions.Serialization;

namespace Cxf.Local.Deployment;

/// <summary>Publishes every flow of a local deployment through PublishFlow.</summary>
internal static class FlowPublishing
{
    /// <summary>
    /// Publishes the flows one after another, those first that others run; one that is refused does not stop the others.
    /// </summary>
    public static async IAsyncEnumerable<PublishedFlow> PublishAllAsync(
        LocalDeployment deployment,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var (tenant, flow) in await deployment.DraftsInOrderAsync(cancellationToken))
        {
            var request = JsonSerializer.SerializeToUtf8Bytes(
                new Dictionary<string, string> { ["tenantId"] = tenant.Value, ["flowId"] = flow.Value },
                FunctionJsonContext.Default.DictionaryStringString
            );
            var answer = await deployment.Functions.InvokeAsync(
                LocalDeployment.FunctionArn("PublishFlow"),
                request,
                cancellationToken
            );
            yield return new PublishedFlow(tenant.Value, flow.Value, JsonElement.Parse(answer.Payload.Span));
        }
    }
}
