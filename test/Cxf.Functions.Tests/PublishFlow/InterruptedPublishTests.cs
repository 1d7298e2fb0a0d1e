using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Testing;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>
/// A publish that is killed anywhere, before or after any of its calls, leaves callers with a version that runs, and the same
/// request afterwards ends where an undisturbed one does: nothing is lost and nothing is left over.
/// </summary>
public sealed class InterruptedPublishTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. InterruptedScenario.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_request_that_is_interrupted_anywhere_ends_like_an_undisturbed_one(string name) =>
        InterruptEverywhereAsync(InterruptedScenario.All[name]);

    [Fact]
    public async Task A_stream_record_that_is_interrupted_anywhere_is_completed_when_it_is_delivered_again()
    {
        for (var point = 0; ; point += Faults.Stride)
        {
            await using var scene = await PublishingScene.StartAsync();
            await scene.SaveAsync(PublishingScene.Document("one"));
            var number = await scene.Store.PutRequestAsync(
                PublishingScene.Acme,
                PublishingScene.Flow,
                """{"revision":1}""",
                Cancel
            );
            scene.Faults.EndsAll = true;
            scene.Faults.Start(point);
            await Faults.RunUntilKilledAsync(() => DeliverAsync(scene, number));
            var struck = scene.Faults.Struck;
            scene.Faults.Start(null);
            Assert.Equal("""{"batchItemFailures":[]}""", await DeliverAsync(scene, number));
            var outcome = await scene.Store.FindOutcomeAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
            Assert.Equal(number, outcome?.Request);
            Assert.Equal(1, JsonElement.Parse(outcome!.Answer).GetProperty("version").GetInt32());
            Assert.Equal(
                "[]",
                (await scene.Store.FindCheckAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel))?.Diagnostics
            );
            Assert.Equal("one", await scene.CallAsync());
            await AssertNothingIsLeftOverAsync(scene);
            if (!struck)
            {
                Assert.True(point >= 26, $"There were only {point} points.");
                return;
            }
        }
    }

    /// <summary>Read from the source, so that a call that is added without a scenario is noticed.</summary>
    [Fact]
    public async Task Every_call_that_PublishFlow_makes_is_interrupted_in_a_scenario()
    {
        var source = string.Concat(
            Directory.EnumerateFiles(ProjectRoot.Path("src", "Cxf.Functions", "PublishFlow"), "*.cs").Select(File.ReadAllText)
        );
        var made = Regex
            .Matches(source, @"\b(?:store|stepFunctions)\.([A-Za-z]+Async)\(")
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        var interrupted = new HashSet<string>();
        foreach (var scenario in InterruptedScenario.All.Values)
        {
            await using var scene = await PrepareAsync(scenario);
            scene.Faults.Start(null);
            await scenario.Act(scene);
            interrupted.UnionWith(scene.Faults.Calls);
        }

        await using (var scene = await PublishingScene.StartAsync())
        {
            await scene.SaveAsync(PublishingScene.Document("one"));
            scene.Faults.Start(null);
            await DeliverAsync(scene, 1);
            interrupted.UnionWith(scene.Faults.Calls);
        }

        Assert.NotEmpty(made);
        Assert.Empty(made.Except(interrupted));
    }

    [Theory]
    [InlineData("waits", false)]
    [InlineData("continues", false)]
    [InlineData("waits", true)]
    public async Task After_an_interrupted_publish_another_document_can_be_published(string caller, bool isLive)
    {
        for (var point = 0; ; point += Faults.Stride)
        {
            await using var scene = await PublishingScene.StartAsync();
            if (isLive)
            {
                await scene.PublishAsync(PublishingScene.Document("zero"));
            }

            await scene.SaveAsync(PublishingScene.Document("one"));
            scene.Faults.Start(point);
            await Faults.RunUntilKilledAsync(() => scene.AskAsync(PublishAction.Publish));
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

    private static async Task InterruptEverywhereAsync(InterruptedScenario scenario)
    {
        string[] fine = [scenario.Expected, PublishStatus.Unchanged];
        await using var undisturbed = await PrepareAsync(scenario);
        Assert.Contains((await scenario.Act(undisturbed)).Status, fine);
        var end = await undisturbed.DescribeAsync();
        await AssertNothingIsLeftOverAsync(undisturbed);
        for (var point = 0; ; point += Faults.Stride)
        {
            await using var scene = await PrepareAsync(scenario);
            scene.Faults.Start(point);
            await Faults.RunUntilKilledAsync(() => scenario.Act(scene));
            var (struck, where) = (scene.Faults.Struck, scene.Faults.Calls.LastOrDefault());
            scene.Faults.Start(null);
            if (scenario.IsCallable)
            {
                await AssertCallersAreServedAsync(scene);
            }

            Assert.Contains((await scenario.Act(scene)).Status, fine);
            Assert.True(
                Comparable(end, scenario) == Comparable(await scene.DescribeAsync(), scenario),
                $"Interrupted at {where} (point {point}), it ended with{Environment.NewLine}"
                    + $"{await scene.DescribeAsync()}and not with{Environment.NewLine}{end}"
            );
            if (!struck)
            {
                Assert.True(point >= scenario.Fewest, $"There were only {point} points.");
                return;
            }
        }
    }

    private static string Comparable(string described, InterruptedScenario scenario) =>
        scenario.FreesNumbers
            ? Regex.Replace(described, "(record |live |Version = |CXF version |greet-[0-9a-f]+:)[0-9]+", "$1n")
            : described;

    private static async Task<PublishingScene> PrepareAsync(InterruptedScenario scenario)
    {
        var scene = await PublishingScene.StartAsync();
        await scene.SaveAsync(PublishingScene.Document("one"));
        await scenario.Prepare(scene);
        return scene;
    }

    private static async Task<string> DeliverAsync(PublishingScene scene, int number)
    {
        var batch = $$$"""
            {"Records":[
              {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"FLOW#greet#DRAFT"}},"NewImage":{},
               "SequenceNumber":"1"}},
              {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"FLOW#greet#REQUEST"}},
                "NewImage":{"request":{"S":"{\"revision\":1}"},"number":{"N":"{{{number}}}"}},"SequenceNumber":"2"}}]}
            """;
        return (await scene.Function.PublishFlow(FunctionEvent.Read(Encoding.UTF8.GetBytes(batch)))).GetRawText();
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
        IReadOnlyList<VersionEntry> records = await scene.Store.ListVersionsAsync(
            PublishingScene.Acme,
            PublishingScene.Flow,
            Cancel
        );
        Assert.Equal(records.Select(record => record.MachineVersionArn).Order(), scene.MachineVersions().Order());
        var live = await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal((live?.Routes ?? []).ToDictionary(route => route.MachineVersionArn, route => route.Weight), scene.Routes());
    }
}
