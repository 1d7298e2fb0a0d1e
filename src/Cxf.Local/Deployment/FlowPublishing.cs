using System.Runtime.CompilerServices;
using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
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
            yield return await PublishAsync(deployment, tenant, flow, cancellationToken);
        }
    }

    /// <summary>Publishes one flow.</summary>
    public static async Task<PublishedFlow> PublishAsync(
        LocalDeployment deployment,
        TenantId tenant,
        FlowId flow,
        CancellationToken cancellationToken
    )
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
        return new PublishedFlow(tenant.Value, flow.Value, JsonElement.Parse(answer.Payload.Span));
    }
}
