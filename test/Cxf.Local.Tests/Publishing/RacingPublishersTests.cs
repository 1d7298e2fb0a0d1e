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

    // What a racing publisher may meet; whoever gives way says so and is asked again.
    private static async Task AskAsync(PublishingScene scene, PublishAction action, int? version = null)
    {
        try
        {
            var answer = await scene.AskAsync(action, version);
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
