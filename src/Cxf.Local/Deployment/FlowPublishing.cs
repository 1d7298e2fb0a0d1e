using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Serialization;

namespace Cxf.Local.Deployment;

/// <summary>Publishes the flows of a local deployment through PublishFlow.</summary>
internal static class FlowPublishing
{
    private const int MaxTries = 3;

    /// <summary>
    /// Publishes every flow, or some with those that they run: those first that others run, and otherwise as many at a time as
    /// there are processors; one that is refused does not stop the others.
    /// </summary>
    public static async Task<IReadOnlyList<PublishedFlow>> PublishAllAsync(
        LocalDeployment deployment,
        IReadOnlyCollection<(TenantId Tenant, FlowId Flow)>? only,
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
    public static Task<PublishedFlow> PublishAsync(
        LocalDeployment deployment,
        TenantId tenant,
        FlowId flow,
        CancellationToken cancellationToken
    ) =>
        PublishAsync(
            async (request, token) =>
                (await deployment.Functions.InvokeAsync(LocalDeployment.FunctionArn("PublishFlow"), request, token)).Payload,
            tenant,
            flow,
            cancellationToken
        );

    /// <summary>
    /// Publishes one flow through a PublishFlow. On a busy machine the first request can be too slow for the time limit of the
    /// function or of a client; it is tried again, as the stream of the table does, because later everything is started.
    /// </summary>
    public static async Task<PublishedFlow> PublishAsync(
        Func<byte[], CancellationToken, ValueTask<ReadOnlyMemory<byte>>> publishFlow,
        TenantId tenant,
        FlowId flow,
        CancellationToken cancellationToken
    )
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string> { ["tenantId"] = tenant.Value, ["flowId"] = flow.Value },
            FunctionJsonContext.Default.DictionaryStringString
        );
        for (var tries = 1; ; tries++)
        {
            var answer = await publishFlow(request, cancellationToken);
            var published = new PublishedFlow(tenant.Value, flow.Value, JsonElement.Parse(answer.Span));
            if (tries == MaxTries || !published.CanSucceedLater)
            {
                return published;
            }
        }
    }
}
