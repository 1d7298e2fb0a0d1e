using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;

namespace Cxf.Local.Tests.Publishing;

/// <summary>
/// A publish that is killed anywhere, before or after any of its calls, leaves callers with a version that runs, and the same
/// request afterwards ends where an undisturbed one does: nothing is lost and nothing is left over.
/// </summary>
public sealed class InterruptedPublishTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_first_publish() => InterruptEverywhereAsync(_ => Task.CompletedTask, scene => scene.AskAsync(PublishAction.Publish), fewest: 20);

    [Fact]
    public Task A_second_publish() => InterruptEverywhereAsync(SaveTwoAsync, scene => scene.AskAsync(PublishAction.Publish), fewest: 20);

    [Fact]
    public Task A_publish_of_what_is_live() => InterruptEverywhereAsync(
        scene => scene.AskAsync(PublishAction.Publish), scene => scene.AskAsync(PublishAction.Publish), fewest: 8);

    [Fact]
    public Task A_rollback() => InterruptEverywhereAsync(PublishTwoAsync, scene => scene.AskAsync(PublishAction.Rollback, version: 1), fewest: 10);

    [Fact]
    public Task A_rollback_to_a_version_that_Step_Functions_has_let_go_of() => InterruptEverywhereAsync(
        async scene =>
        {
            await PublishTwoAsync(scene);
            scene.StepFunctions.DeleteStateMachineVersion(new(scene.MachineVersions()[^1]));
        },
        scene => scene.AskAsync(PublishAction.Rollback, version: 1),
        fewest: 16);

    [Fact]
    public Task A_canary() => InterruptEverywhereAsync(
        async scene =>
        {
            await PublishTwoAsync(scene);
            await scene.AskAsync(PublishAction.Rollback, version: 1);
        },
        scene => scene.AskAsync(PublishAction.Canary, version: 2, weight: 10),
        fewest: 10);

    [Fact]
    public Task The_end_of_a_canary() => InterruptEverywhereAsync(
        async scene =>
        {
            await PublishTwoAsync(scene);
            await scene.AskAsync(PublishAction.Canary, version: 1, weight: 10);
        },
        scene => scene.AskAsync(PublishAction.Canary, version: 1, weight: 0),
        fewest: 10);

    [Fact]
    public Task Deleting_a_flow() => InterruptEverywhereAsync(
        PublishTwoAsync, scene => scene.AskAsync(PublishAction.Delete), fewest: 10, expected: PublishStatus.Deleted);

    [Fact]
    public Task Deleting_a_tenant() => InterruptEverywhereAsync(
        async scene =>
        {
            await scene.Store.BindAsync("arn:instance", PublishingScene.Acme, Cancel);
            await PublishTwoAsync(scene);
        },
        scene => scene.AskAsync(new PublishRequest(PublishAction.Delete, PublishingScene.Acme, null)),
        fewest: 16,
        expected: PublishStatus.Deleted);

    [Theory]
    [InlineData("waits", false)]
    [InlineData("continues", false)]
    [InlineData("waits", true)]
    public async Task A_publish_that_is_followed_by_one_of_another_document(string caller, bool isLive)
    {
        for (var point = 0; ; point++)
        {
            await using var scene = await PublishingScene.StartAsync();
            if (isLive)
            {
                await scene.PublishAsync(PublishingScene.Document("zero"));
            }

            await scene.SaveAsync(PublishingScene.Document("one"));
            scene.Faults.Start(point);
            await RunAsync(() => scene.AskAsync(PublishAction.Publish));
            var struck = scene.Faults.Struck;
            scene.Faults.Start(null);

            // A flow that has gone live keeps its mode; before that an interrupted publish fixes nothing.
            var wasLive = await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel) is not null;
            await scene.SaveAsync(PublishingScene.Document("two", wasLive ? "waits" : caller));
            var answer = await scene.AskAsync(PublishAction.Publish);
            Assert.Equal(PublishStatus.Published, answer.Status);
            await AssertNothingIsLeftOverAsync(scene);
            if (!struck)
            {
                Assert.True(point >= 20, $"There were only {point} points.");
                return;
            }
        }
    }

    private static async Task InterruptEverywhereAsync(
        Func<PublishingScene, Task> prepare, Func<PublishingScene, Task<PublishAnswer>> act, int fewest, string expected = PublishStatus.Published)
    {
        string[] fine = [expected, PublishStatus.Unchanged];
        await using var undisturbed = await PrepareAsync(prepare);
        Assert.Contains((await act(undisturbed)).Status, fine);
        var end = await undisturbed.DescribeAsync();
        await AssertNothingIsLeftOverAsync(undisturbed);
        for (var point = 0; ; point++)
        {
            await using var scene = await PrepareAsync(prepare);
            scene.Faults.Start(point);
            await RunAsync(() => act(scene));
            var (struck, where) = (scene.Faults.Struck, scene.Faults.Calls.LastOrDefault());
            scene.Faults.Start(null);
            await AssertCallersAreServedAsync(scene);
            Assert.Contains((await act(scene)).Status, fine);
            Assert.True(end == await scene.DescribeAsync(), $"Interrupted at {where} (point {point}), it ended with{Environment.NewLine}{await scene.DescribeAsync()}and not with{Environment.NewLine}{end}");
            if (!struck)
            {
                Assert.True(point >= fewest, $"There were only {point} points.");
                return;
            }
        }
    }

    private static async Task<PublishingScene> PrepareAsync(Func<PublishingScene, Task> prepare)
    {
        var scene = await PublishingScene.StartAsync();
        await scene.SaveAsync(PublishingScene.Document("one"));
        await prepare(scene);
        return scene;
    }

    private static async Task SaveTwoAsync(PublishingScene scene)
    {
        await scene.AskAsync(PublishAction.Publish);
        await scene.SaveAsync(PublishingScene.Document("two"));
    }

    private static async Task PublishTwoAsync(PublishingScene scene)
    {
        await SaveTwoAsync(scene);
        await scene.AskAsync(PublishAction.Publish);
    }

    private static async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Faults.KilledException)
        {
            // As a function that Lambda kills: nothing of it runs on.
        }
    }

    private static async Task AssertCallersAreServedAsync(PublishingScene scene)
    {
        if (await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel) is not null)
        {
            Assert.Contains(await scene.CallAsync(), (string[])["one", "two"]);
        }
    }

    // What the store knows and what Step Functions has are the same versions, and the alias leads where the record says.
    internal static async Task AssertNothingIsLeftOverAsync(PublishingScene scene)
    {
        IReadOnlyList<VersionEntry> records = await scene.Store.ListVersionsAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal(records.Select(record => record.MachineVersionArn).Order(), scene.MachineVersions().Order());
        var live = await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal((live?.Routes ?? []).ToDictionary(route => route.MachineVersionArn, route => route.Weight), scene.Routes());
    }
}
