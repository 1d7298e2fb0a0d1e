using System.Text;
using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;

namespace Cxf.EndToEnd.Tests;

/// <summary>A local deployment of the samples with some flows published, and ways to ask its functions.</summary>
internal static class Deployed
{
    /// <summary>Starts one.</summary>
    /// <param name="flows">The flows of the tenant acme to publish, with those that they run.</param>
    /// <param name="options">How. Default: as the command does.</param>
    public static async Task<LocalDeployment> StartAsync(string[] flows, LocalDeploymentOptions? options = null)
    {
        var deployment = await LocalDeployment.StartAsync(
            options ?? new LocalDeploymentOptions(),
            TestContext.Current.CancellationToken
        );
        var published = await FlowPublishing.PublishAllAsync(
            deployment,
            [.. flows.Select(flow => (TenantId.Parse("acme"), FlowId.Parse(flow)))],
            TestContext.Current.CancellationToken
        );
        Assert.All(published, flow => Assert.True(flow.IsLive, flow.Message));
        return deployment;
    }

    public static Task<IReadOnlyList<PublishedFlow>> PublishAsync(LocalDeployment deployment) =>
        FlowPublishing.PublishAllAsync(deployment, only: null, TestContext.Current.CancellationToken);

    /// <summary>Publishes only the sample flows whose ids are in the texts, and the flows that those run.</summary>
    public static Task PublishMentionedAsync(LocalDeployment deployment, params IEnumerable<string> texts) =>
        FlowPublishing.PublishAllAsync(
            deployment,
            [
                .. SampleFlows
                    .MentionedIn(texts)
                    .Select(flow => (TenantId.Parse(flow.Split('/')[0]), FlowId.Parse(flow.Split('/')[1]))),
            ],
            TestContext.Current.CancellationToken
        );

    public static async Task<JsonElement> AskAsync(this LocalDeployment deployment, string function, string received)
    {
        var answer = await deployment.Functions.InvokeAsync(
            LocalDeployment.FunctionArn(function),
            Encoding.UTF8.GetBytes(received),
            TestContext.Current.CancellationToken
        );
        return JsonElement.Parse(answer.Payload.Span);
    }

    public static string? Text(this JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) ? value.ToString() : null;
}
