using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;

namespace Cxf.Local.Tests.Publishing;

public sealed class RacingPublishersTests
{
    [Fact]
    public async Task Two_who_publish_the_same_make_one_version()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var scene = await PublishingScene.StartAsync();
            await scene.SaveAsync(PublishingScene.Document("one"));
            await Task.WhenAll(AskAsync(scene, PublishAction.Publish), AskAsync(scene, PublishAction.Publish));
            await scene.AskAsync(PublishAction.Publish);
            Assert.Single(scene.MachineVersions());
            await InterruptedPublishTests.AssertNothingIsLeftOverAsync(scene);
        }
    }

    [Fact]
    public async Task Two_who_publish_and_roll_back_leave_the_alias_where_the_record_says()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        for (var round = 0; round < 20; round++)
        {
            await scene.SaveAsync(PublishingScene.Document($"round {round}"));
            await Task.WhenAll(AskAsync(scene, PublishAction.Publish), AskAsync(scene, PublishAction.Rollback, version: 1));
            IReadOnlyList<LiveRoute> routes = (await scene.Store.FindLiveAsync(
                PublishingScene.Acme, PublishingScene.Flow, TestContext.Current.CancellationToken))!.Routes;
            Assert.Equal(routes.ToDictionary(route => route.MachineVersionArn, route => route.Weight), scene.Routes());
        }
    }

    [Theory]
    [InlineData(PublishAction.Publish, null, null)]
    [InlineData(PublishAction.Rollback, 1, null)]
    [InlineData(PublishAction.Canary, 1, 10)]
    public async Task Whenever_another_publisher_overtakes_one_the_alias_leads_where_the_record_says_and_nothing_is_lost(
        PublishAction other, int? version, int? weight)
    {
        for (var point = 0; ; point++)
        {
            await using var scene = await PublishingScene.StartAsync();
            await scene.PublishAsync(PublishingScene.Document("one"));
            await scene.PublishAsync(PublishingScene.Document("two"));
            await scene.SaveAsync(PublishingScene.Document("three"));
            scene.Faults.Start(point);
            scene.Faults.Interlude = () => AskAsync(scene, other, version, weight);
            await AskAsync(scene, PublishAction.Publish);
            var struck = scene.Faults.Struck;
            scene.Faults.Interlude = null;
            scene.Faults.Start(null);
            var live = (await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, TestContext.Current.CancellationToken))!;
            Assert.Equal(live.Routes.ToDictionary(route => route.MachineVersionArn, route => route.Weight), scene.Routes());
            Assert.Contains((await scene.AskAsync(PublishAction.Publish)).Status, (string[])[PublishStatus.Published, PublishStatus.Unchanged]);
            Assert.Equal("three", await scene.CallAsync());
            Assert.Equal(3, scene.MachineVersions().Count);
            await InterruptedPublishTests.AssertNothingIsLeftOverAsync(scene);
            if (!struck)
            {
                Assert.True(point >= 20, $"There were only {point} points.");
                return;
            }
        }
    }

    // What a racing publisher may meet; whoever gives way says so and is asked again.
    private static async Task AskAsync(PublishingScene scene, PublishAction action, int? version = null, int? weight = null)
    {
        try
        {
            var answer = await scene.AskAsync(action, version, weight);
            Assert.Contains(answer.Status, (string[])[PublishStatus.Published, PublishStatus.Unchanged, PublishStatus.Conflict]);
        }
        catch (Amazon.StepFunctions.Model.ConflictException)
        {
            // PublishFlow's batch would try again.
        }
        catch (Amazon.StepFunctions.Model.StateMachineAlreadyExistsException)
        {
            // Both found no machine.
        }
    }
}
