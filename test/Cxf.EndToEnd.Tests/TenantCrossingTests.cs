using System.Text.Json.Nodes;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary>Nobody reaches another tenant's flows, connections or runs by asking for them.</summary>
public sealed class TenantCrossingTests
{
    public static TheoryData<string> Others => ["globex", "ACME", "acme#FLOW", "acme/../acme", "", "TENANT#acme"];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_call_uses_only_connections_of_its_own_tenant(string tenantId)
    {
        await using var deployment = await Deployed.StartAsync([]);
        var answer = await deployment.AskAsync("CallApi", Changed("CallApi/create-lead.json", tenantId));
        Assert.Equal("ApiMisconfigured", answer.Text("errorType"));
        Assert.Empty(deployment.Crm!.Leads.All);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_publish_finds_only_drafts_of_its_own_tenant(string tenantId)
    {
        await using var deployment = await Deployed.StartAsync([]);
        var answer = await deployment.AskAsync("PublishFlow", Changed("PublishFlow/publish-unchanged.json", tenantId));
        Assert.Equal("REJECTED", answer.Text("status"));
    }

    [Fact]
    public async Task A_tenant_in_the_payload_is_data_and_nothing_else()
    {
        await using var deployment = await Deployed.StartAsync(["create_lead"]);
        var received = JsonNode.Parse(
            await File.ReadAllTextAsync(
                ProjectRoot.Path("events", "ExecuteFlow", "connect-payload-object.json"),
                TestContext.Current.CancellationToken
            )
        )!;
        received["Details"]!["Parameters"]!["payload"]!["tenantId"] = "globex";
        await deployment.AskAsync("ExecuteFlow", received.ToJsonString());
        var run = deployment.StepFunctions.ViewAll().SingleOrDefault();

        // A contract may refuse the member; where it does not, the run is the proven tenant's all the same.
        Assert.True(run is null || run.StateMachineArn.Contains("-acme-"), run?.StateMachineArn);
    }

    private static string Changed(string file, string tenantId)
    {
        var received = JsonNode.Parse(File.ReadAllText(ProjectRoot.Path("events", file)))!;
        received["tenantId"] = tenantId;
        return received.ToJsonString();
    }
}
