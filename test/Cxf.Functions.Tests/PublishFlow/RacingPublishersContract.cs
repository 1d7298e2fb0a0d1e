using System.Text;
using System.Text.Json.Nodes;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Testing;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>
/// Two publishers of one flow at once, whatever the store is made of: no work of either is lost, and who gives way is told so.
/// </summary>
public abstract class RacingPublishersContract
{
    private static readonly string[] Done = [PublishStatus.Published, PublishStatus.Unchanged];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_concurrent_publishes_of_one_draft_create_one_version()
    {
        for (var round = 0; round < LongRun.Count(10, 40); round++)
        {
            await using var scene = await StartAsync();
            await scene.SaveAsync(PublishingScene.Document("one"));
            await Task.WhenAll(AskAsync(scene, "publish"), AskAsync(scene, "publish"));
            await scene.AskAsync(PublishAction.Publish);
            Assert.Single(scene.MachineVersions());
            await InterruptedPublishTests.AssertNothingIsLeftOverAsync(scene);
        }
    }

    [Fact]
    public async Task After_concurrent_publish_and_rollback_the_alias_matches_the_record()
    {
        await using var scene = await StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        for (var round = 0; round < LongRun.Count(20, 80); round++)
        {
            await scene.SaveAsync(PublishingScene.Document($"round {round}"));
            await Task.WhenAll(AskAsync(scene, "publish"), AskAsync(scene, "rollback", version: 1));
            await AssertTheAliasLeadsWhereTheRecordSaysAsync(scene);
        }
    }

    [Theory]
    [InlineData("publish", null, null)]
    [InlineData("rollback", 1, null)]
    [InlineData("canary", 1, 10)]
    public async Task When_publishers_race_the_alias_matches_the_record_and_nothing_is_lost(
        string other,
        int? version,
        int? weight
    )
    {
        await OvertakeEverywhereAsync(
            20,
            scene => AskAsync(scene, other, version, weight),
            async (scene, _) =>
            {
                await AssertTheAliasLeadsWhereTheRecordSaysAsync(scene);
                Assert.Contains((await scene.AskAsync(PublishAction.Publish)).Status, Done);
                Assert.Equal("three", await scene.CallAsync());
                Assert.Equal(3, scene.MachineVersions().Count);
                await InterruptedPublishTests.AssertNothingIsLeftOverAsync(scene);
            }
        );
    }

    [Fact]
    public async Task A_later_draft_that_is_published_concurrently_stays_live()
    {
        await OvertakeEverywhereAsync(
            20,
            async scene =>
            {
                await scene.SaveAsync(PublishingScene.Document("four"));
                Assert.Equal(PublishStatus.Published, await AskAsync(scene, "publish"));
            },
            async (scene, status) =>
            {
                await AssertTheAliasLeadsWhereTheRecordSaysAsync(scene);
                Assert.Equal("four", await scene.CallAsync());
            }
        );
    }

    [Fact]
    public async Task Whenever_the_flow_is_deleted_meanwhile_it_is_not_live_half_and_deleting_it_again_leaves_nothing()
    {
        await OvertakeEverywhereAsync(
            20,
            scene => AskAsync(scene, "delete"),
            async (scene, _) =>
            {
                if (await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel) is not null)
                {
                    await AssertTheAliasLeadsWhereTheRecordSaysAsync(scene);
                    await scene.CallAsync();
                }

                await AskAsync(scene, "delete");
                Assert.Null(await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel));
                Assert.Empty(await scene.Store.ListFlowsAsync(PublishingScene.Acme, Cancel));
                Assert.Empty(scene.MachineVersions());
                Assert.Empty(scene.Routes());
            }
        );
    }

    /// <summary>A store of its own for each scene; null for the scene's own files.</summary>
    protected abstract ValueTask<IConfigurationStore?> CreateStoreAsync();

    // Publishes "three" over "two", once for each call on the way, and lets another do something at that point.
    private async Task OvertakeEverywhereAsync(
        int fewest,
        Func<PublishingScene, Task> other,
        Func<PublishingScene, string, Task> assert
    )
    {
        for (var point = 0; ; point += Faults.Stride)
        {
            await using var scene = await StartAsync();
            await scene.PublishAsync(PublishingScene.Document("one"));
            await scene.PublishAsync(PublishingScene.Document("two"));
            await scene.SaveAsync(PublishingScene.Document("three"));
            scene.Faults.Start(point);
            scene.Faults.Interlude = () => other(scene);
            var status = await AskAsync(scene, "publish");
            var struck = scene.Faults.Struck;
            scene.Faults.Interlude = null;
            scene.Faults.Start(null);
            if (!struck)
            {
                Assert.True(point >= fewest, $"There were only {point} points.");
                return;
            }

            await assert(scene, status);
        }
    }

    private async Task<PublishingScene> StartAsync() => await PublishingScene.StartAsync(await CreateStoreAsync());

    private static async Task AssertTheAliasLeadsWhereTheRecordSaysAsync(PublishingScene scene)
    {
        var live = (await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel))!;
        Assert.Equal(live.Routes.ToDictionary(route => route.MachineVersionArn, route => route.Weight), scene.Routes());
    }

    // As a person asks: whoever gives way is told what happened and what to do, and nothing is broken.
    private static async Task<string> AskAsync(PublishingScene scene, string action, int? version = null, int? weight = null)
    {
        var request = new JsonObject
        {
            ["tenantId"] = PublishingScene.Acme.Value,
            ["flowId"] = PublishingScene.Flow.Value,
            ["action"] = action,
        };
        if (version is not null)
        {
            request["version"] = version;
        }

        if (weight is not null)
        {
            request["weight"] = weight;
        }

        var answer = await scene.Function.PublishFlow(FunctionEvent.Read(Encoding.UTF8.GetBytes(request.ToJsonString())));
        var (status, message) = (answer.GetProperty("status").GetString()!, answer.GetProperty("message").GetString());
        switch (status)
        {
            case PublishStatus.Conflict:
                Assert.EndsWith("Check what is live and try again.", message);
                break;
            case PublishStatus.Rejected:
                Assert.Equal("There is no draft of this flow.", message);
                break;
            default:
                Assert.Contains(status, (string[])[.. Done, PublishStatus.Deleted]);
                break;
        }

        return status;
    }
}
