using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Functions.Tests.Stores;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>PublishFlow behind the stream of a table in a DynamoDB server, with Step Functions over the wire.</summary>
public sealed class TableStreamTests(DynaliteTables server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_saved_draft_is_checked_once_and_the_check_triggers_nothing()
    {
        await using var deployed = await StartAsync();
        await deployed.Scene.SaveAsync(PublishingScene.Document("{% $nobody %}"));
        Assert.Equal(1, await deployed.Stream.DeliverAsync());
        Assert.Equal(0, await deployed.Stream.DeliverAsync());
        var check = await deployed.Scene.Store.FindCheckAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal(1, check?.Revision);
        Assert.Equal(
            "CXF2102",
            Assert.Single(JsonElement.Parse(check!.Diagnostics).EnumerateArray()).GetProperty("code").GetString()
        );
        await deployed.Scene.SaveAsync(PublishingScene.Document("hello"));
        Assert.Equal(1, await deployed.Stream.DeliverAsync());
        Assert.Equal(
            new DraftCheck(PublishingScene.Flow, 2, "[]"),
            await deployed.Scene.Store.FindCheckAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel)
        );
    }

    [Fact]
    public async Task A_request_is_executed_once_and_its_writes_trigger_nothing()
    {
        await using var deployed = await StartAsync();
        await deployed.Scene.SaveAsync(PublishingScene.Document("hello"));
        Assert.Equal("PUBLISHED", await AskAsync(deployed, """{"action":"publish","revision":1}"""));
        Assert.Equal(0, await deployed.Stream.DeliverAsync());
        Assert.Equal("hello", await deployed.Scene.CallAsync());

        // The same words are a request again: the number tells them apart.
        Assert.Equal("UNCHANGED", await AskAsync(deployed, """{"action":"publish","revision":1}"""));
        await deployed.Scene.SaveAsync(PublishingScene.Document("goodbye"));
        Assert.Equal("CONFLICT", await AskAsync(deployed, """{"action":"publish","revision":1}"""));
        Assert.Equal("PUBLISHED", await AskAsync(deployed, """{"action":"publish","revision":2}"""));
        Assert.Equal("PUBLISHED", await AskAsync(deployed, """{"action":"rollback","version":1}"""));
        Assert.Equal("hello", await deployed.Scene.CallAsync());
        Assert.Equal("DELETED", await AskAsync(deployed, """{"action":"delete"}"""));
        Assert.Equal(0, await deployed.Stream.DeliverAsync());
        Assert.Empty(deployed.Scene.MachineVersions());
    }

    [Fact]
    public async Task Removing_a_tenant_leaves_only_the_outcome_of_the_request()
    {
        await using var deployed = await StartAsync();
        var store = deployed.Scene.Store;
        await store.BindAsync("arn:instance", PublishingScene.Acme, Cancel);
        await store.PutConnectionAsync(PublishingScene.Acme, ConnectionId.Parse("crm"), "{}", Cancel);
        await deployed.Scene.PublishAsync(PublishingScene.Document("hello"));
        var number = await store.PutRequestAsync(PublishingScene.Acme, null, """{"action":"delete"}""", Cancel);
        await deployed.Stream.DeliverAsync();
        Assert.Equal(number, (await store.FindOutcomeAsync(PublishingScene.Acme, null, Cancel))?.Request);
        Assert.Null(await store.FindTenantAsync(PublishingScene.Acme, Cancel));
        Assert.Empty(await store.FindTenantsAsync("arn:instance", Cancel));
        Assert.Empty(await store.ListFlowsAsync(PublishingScene.Acme, Cancel));
        Assert.Empty(await store.ListConnectionsAsync(PublishingScene.Acme, Cancel));
        Assert.Empty(deployed.Scene.MachineVersions());
    }

    [Fact]
    public async Task Two_publishers_on_one_table_lose_none_of_each_others_work()
    {
        await using var deployed = await StartAsync();
        await deployed.Scene.PublishAsync(PublishingScene.Document("zero"));
        await deployed.Scene.SaveAsync(PublishingScene.Document("one"));
        var answers = await Task.WhenAll(
            deployed.Scene.AskAsync(PublishAction.Publish),
            deployed.Scene.AskAsync(PublishAction.Publish)
        );
        Assert.All(
            answers,
            answer =>
                Assert.Contains(
                    answer.Status,
                    (string[])[PublishStatus.Published, PublishStatus.Unchanged, PublishStatus.Conflict]
                )
        );
        Assert.Equal("one", await deployed.Scene.CallAsync());
        Assert.Equal(2, deployed.Scene.MachineVersions().Count);
        await InterruptedPublishTests.AssertNothingIsLeftOverAsync(deployed.Scene);
    }

    [Fact]
    public async Task Flows_whose_ids_concatenate_to_the_same_text_do_not_collide()
    {
        await using var deployed = await StartAsync();
        foreach (var (tenant, flow) in ((string, string)[])[("a-b", "c"), ("a", "b-c")])
        {
            var (owner, id) = (TenantId.Parse(tenant), FlowId.Parse(flow));
            await deployed.Scene.SaveAsync(PublishingScene.Document(tenant, flow: id), owner, id);
            await deployed.Scene.Store.PutRequestAsync(owner, id, """{"action":"publish","revision":1}""", Cancel);
        }

        Assert.Equal(4, await deployed.Stream.DeliverAsync());
        Assert.Equal("a-b", await deployed.Scene.CallAsync(TenantId.Parse("a-b"), FlowId.Parse("c")));
        Assert.Equal("a", await deployed.Scene.CallAsync(TenantId.Parse("a"), FlowId.Parse("b-c")));
    }

    private static async Task<string?> AskAsync(Deployed deployed, string request)
    {
        var number = await deployed.Scene.Store.PutRequestAsync(PublishingScene.Acme, PublishingScene.Flow, request, Cancel);
        await deployed.Stream.DeliverAsync();
        var outcome = await deployed.Scene.Store.FindOutcomeAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal(number, outcome?.Request);
        return JsonElement.Parse(outcome!.Answer).GetProperty("status").GetString();
    }

    private async Task<Deployed> StartAsync()
    {
        var (client, table) = await server.CreateTableAsync();
        var scene = await PublishingScene.StartAsync(new DynamoDbConfigurationStore(client, table));
        return new Deployed(scene, new TableStream(client, table, scene.Function));
    }

    private sealed record Deployed(PublishingScene Scene, TableStream Stream) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Scene.DisposeAsync();
    }
}
