using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Serialization;

namespace Cxf.Local.Deployment;

/// <summary>Publishes the flows of a local deployment through PublishFlow.</summary>
internal static class FlowPublishing
{
    /// <summary>
    /// Publishes every flow, or one with those that it runs: those first that others run, and otherwise as many at a time as
    /// there are processors; one that is refused does not stop the others.
    /// </summary>
    public static async Task<IReadOnlyList<PublishedFlow>> PublishAllAsync(
        LocalDeployment deployment,
        (TenantId Tenant, FlowId Flow)? only,
        CancellationToken cancellationToken
    )
    {
        var published = new List<PublishedFlow>();
        foreach (var wave in await deployment.DraftsInWavesAsync(only, cancellationToken))
        {
            var answers = new PublishedFlow[wave.Count];
            await Parallel.ForAsync(
                0,
                wave.Count,
                cancellationToken,
                async (index, token) =>
                    answers[index] = await PublishAsync(deployment, wave[index].Tenant, wave[index].Flow, token)
            );
            published.AddRange(answers);
        }

        return published;
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
