using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;

namespace Cxf.EndToEnd.Tests;

public sealed class PublishFlowTests : IDisposable
{
    private const string Broken = """
        {
          "flowId": "broken",
          "start": "respond_1",
          "steps": { "respond_1": { "kind": "respond", "message": "{% $nobody & %}", "colour": 1 }, "x y": { "kind": "fail" } }
        }
        """;

    private readonly FewSamples _samples = new("acme/create_lead");

    public void Dispose() => _samples.Dispose();

    [Fact]
    public async Task A_broken_flow_gives_all_its_diagnostics_and_the_others_still_publish()
    {
        await using var deployment = await StartAsync(("broken", Broken));
        var flows = await Deployed.PublishAsync(deployment);
        Assert.True(flows.Single(flow => flow is { Tenant: "acme", Flow: "create_lead" }).IsLive);
        var broken = flows.Single(flow => flow.Flow == "broken");
        Assert.False(broken.IsLive);
        Assert.Equal(["CXF1003", "CXF1004", "CXF1009", "CXF2101"], Codes(broken).Order());
    }

    [Fact]
    public async Task The_same_definition_twice_changes_nothing_and_a_changed_one_is_the_next_version()
    {
        await using var deployment = await StartAsync();
        Assert.Equal(("PUBLISHED", "1"), await PublishAsync(deployment));
        Assert.Equal(("UNCHANGED", "1"), await PublishAsync(deployment));
        await ChangeAsync(deployment, document => document.Replace("Thank you.", "Thanks."));
        Assert.Equal(("PUBLISHED", "2"), await PublishAsync(deployment));
    }

    private static async Task<(string?, string?)> PublishAsync(LocalDeployment deployment)
    {
        var answer = await deployment.AskAsync("PublishFlow", """{"tenantId":"acme","flowId":"create_lead"}""");
        return (answer.Text("status"), answer.Text("version"));
    }

    private static Task ChangeAsync(LocalDeployment deployment, Func<string, string> change) =>
        deployment.ChangeDraftAsync(
            TenantId.Parse("acme"),
            FlowId.Parse("create_lead"),
            change,
            TestContext.Current.CancellationToken
        );

    private static IEnumerable<string> Codes(PublishedFlow flow) => flow.Diagnostics.Select(line => line.Split(' ')[2]);

    private async Task<LocalDeployment> StartAsync(params IEnumerable<(string Id, string Document)> flows)
    {
        foreach (var (id, document) in flows)
        {
            await File.WriteAllTextAsync(_samples.FileOf($"acme/{id}"), document);
        }

        return await LocalDeployment.StartAsync(
            new LocalDeploymentOptions { ConfigurationFolder = _samples.Path },
            TestContext.Current.CancellationToken
        );
    }
}
