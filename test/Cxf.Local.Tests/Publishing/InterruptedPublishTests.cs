using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Testing;

namespace Cxf.Local.Tests.Publishing;

/// <summary>
/// A publish that is killed anywhere, before or after any of its calls, leaves callers with a version that runs, and the same
/// request afterwards ends where an undisturbed one does: nothing is lost and nothing is left over.
/// </summary>
public sealed class InterruptedPublishTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    private static Dictionary<string, Scenario> Scenarios { get; } =
        new()
        {
            ["a first publish"] = new(_ => Task.CompletedTask, scene => scene.AskAsync(PublishAction.Publish), Fewest: 20),
            ["a second publish"] = new(SaveTwoAsync, scene => scene.AskAsync(PublishAction.Publish), Fewest: 20),
            ["a publish of what is live"] = new(
                scene => scene.AskAsync(PublishAction.Publish),
                scene => scene.AskAsync(PublishAction.Publish),
                Fewest: 8
            ),
            ["a publish after one that was interrupted and whose document has changed"] = new(
                async scene =>
                {
                    await AbandonAsync(scene);
                    await scene.SaveAsync(PublishingScene.Document("two"));
                },
                scene => scene.AskAsync(PublishAction.Publish),
                Fewest: 24,
                FreesNumbers: true
            ),
            ["a publish after an interrupted first one of the other mode"] = new(
                async scene =>
                {
                    await AbandonAsync(scene);
                    await scene.SaveAsync(PublishingScene.Document("two", caller: "continues"));
                },
                scene => scene.AskAsync(PublishAction.Publish),
                Fewest: 24,
                IsCallable: false,
                FreesNumbers: true
            ),
            ["a publish of a flow that runs another"] = new(
                async scene =>
                {
                    await scene.SaveAsync(
                        PublishingScene.Document("one", flow: FlowId.Parse("child")),
                        flow: FlowId.Parse("child")
                    );
                    await scene.AskAsync(PublishAction.Publish, flow: FlowId.Parse("child"));
                    await scene.SaveAsync(Running("child"));
                },
                scene => scene.AskAsync(PublishAction.Publish),
                Fewest: 24,
                IsCallable: false
            ),
            ["recompiling after the compiler has changed"] = new(
                async scene =>
                {
                    // As a compiler that has changed since leaves it: the same document, another hash.
                    await scene.AskAsync(PublishAction.Publish);
                    var live = (await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel))!;
                    await scene.Store.TryPutLiveAsync(
                        PublishingScene.Acme,
                        live with
                        {
                            ContentHash = "of an earlier compiler",
                        },
                        live.Revision,
                        Cancel
                    );
                },
                scene => scene.AskAsync(PublishAction.Recompile),
                Fewest: 20
            ),
            ["a publish of what Step Functions has let go of"] = new(
                async scene =>
                {
                    await scene.AskAsync(PublishAction.Publish);
                    scene.StepFunctions.DeleteStateMachine(
                        new(PublishingScene.MachineArn(PublishingScene.Acme, PublishingScene.Flow))
                    );
                },
                scene => scene.AskAsync(PublishAction.Publish),
                Fewest: 16,
                IsCallable: false
            ),
            ["a rollback"] = new(PublishTwoAsync, scene => scene.AskAsync(PublishAction.Rollback, version: 1), Fewest: 10),
            ["a rollback to a version that Step Functions has let go of"] = new(
                async scene =>
                {
                    await PublishTwoAsync(scene);
                    scene.StepFunctions.DeleteStateMachineVersion(new(scene.MachineVersions()[^1]));
                },
                scene => scene.AskAsync(PublishAction.Rollback, version: 1),
                Fewest: 16
            ),
            ["a canary"] = new(
                async scene =>
                {
                    await PublishTwoAsync(scene);
                    await scene.AskAsync(PublishAction.Rollback, version: 1);
                },
                scene => scene.AskAsync(PublishAction.Canary, version: 2, weight: 10),
                Fewest: 10
            ),
            ["another share for a canary that Step Functions has let go of"] = new(
                async scene =>
                {
                    await PublishTwoAsync(scene);
                    scene.StepFunctions.DeleteStateMachineVersion(new(scene.MachineVersions()[^1]));
                },
                scene => scene.AskAsync(PublishAction.Canary, version: 1, weight: 10),
                Fewest: 16
            ),
            ["the end of a canary"] = new(
                async scene =>
                {
                    await PublishTwoAsync(scene);
                    await scene.AskAsync(PublishAction.Canary, version: 1, weight: 10);
                },
                scene => scene.AskAsync(PublishAction.Canary, version: 1, weight: 0),
                Fewest: 10
            ),
            ["deleting a flow"] = new(
                PublishTwoAsync,
                scene => scene.AskAsync(PublishAction.Delete),
                Fewest: 10,
                PublishStatus.Deleted
            ),
            ["deleting a flow that runs"] = new(
                async scene =>
                {
                    await scene.PublishAsync(RunningExecutionTests.WaitingDocument);
                    await RunningExecutionTests.StartAsync(scene, "run");
                },
                scene => scene.AskAsync(PublishAction.Delete),
                Fewest: 14,
                PublishStatus.Deleted,
                IsCallable: false
            ),
            ["deleting a flow whose first publish was interrupted"] = new(
                AbandonAsync,
                scene => scene.AskAsync(PublishAction.Delete),
                Fewest: 10,
                PublishStatus.Deleted
            ),
            ["deleting a tenant"] = new(
                async scene =>
                {
                    await scene.Store.BindAsync("arn:instance", PublishingScene.Acme, Cancel);
                    await scene.Store.PutConnectionAsync(PublishingScene.Acme, ConnectionId.Parse("crm"), "{}", Cancel);
                    await scene.Store.PutRequestAsync(PublishingScene.Acme, PublishingScene.Flow, "{}", Cancel);
                    await PublishTwoAsync(scene);
                },
                scene => scene.AskAsync(new PublishRequest(PublishAction.Delete, PublishingScene.Acme, null)),
                Fewest: 20,
                PublishStatus.Deleted
            ),
        };

    [Theory]
    [MemberData(nameof(Names))]
    public Task What_is_interrupted_anywhere_ends_as_if_it_had_not_been(string name) => InterruptEverywhereAsync(Scenarios[name]);

    [Fact]
    public async Task A_record_of_the_stream_whose_work_is_interrupted_anywhere_is_done_when_it_comes_again()
    {
        for (var point = 0; ; point++)
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
            await RunAsync(() => DeliverAsync(scene, number));
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
        foreach (var scenario in Scenarios.Values)
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

    private static async Task InterruptEverywhereAsync(Scenario scenario)
    {
        string[] fine = [scenario.Expected, PublishStatus.Unchanged];
        await using var undisturbed = await PrepareAsync(scenario);
        Assert.Contains((await scenario.Act(undisturbed)).Status, fine);
        var end = await undisturbed.DescribeAsync();
        await AssertNothingIsLeftOverAsync(undisturbed);
        for (var point = 0; ; point++)
        {
            await using var scene = await PrepareAsync(scenario);
            scene.Faults.Start(point);
            await RunAsync(() => scenario.Act(scene));
            var (struck, where) = (scene.Faults.Struck, scene.Faults.Calls.LastOrDefault());
            scene.Faults.Start(null);
            if (scenario.IsCallable)
            {
                await AssertCallersAreServedAsync(scene);
            }

            Assert.Contains((await scenario.Act(scene)).Status, fine);
            Assert.True(
                Comparable(end, scenario) == Comparable(await scene.DescribeAsync(), scenario),
                $"Interrupted at {where} (point {point}), it ended with{Environment.NewLine}{await scene.DescribeAsync()}and not with{Environment.NewLine}{end}"
            );
            if (!struck)
            {
                Assert.True(point >= scenario.Fewest, $"There were only {point} points.");
                return;
            }
        }
    }

    private static string Comparable(string described, Scenario scenario) =>
        scenario.FreesNumbers
            ? Regex.Replace(described, "(record |live |Version = |CXF version |greet-[0-9a-f]+:)[0-9]+", "$1n")
            : described;

    private static async Task<PublishingScene> PrepareAsync(Scenario scenario)
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
              {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"FLOW#greet#DRAFT"}},"NewImage":{},"SequenceNumber":"1"}},
              {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"FLOW#greet#REQUEST"}},
                "NewImage":{"request":{"S":"{\"revision\":1}"},"number":{"N":"{{{number}}}"}},"SequenceNumber":"2"}}]}
            """;
        return (await scene.Function.PublishFlow(FunctionEvent.Read(Encoding.UTF8.GetBytes(batch)))).GetRawText();
    }

    // A first publish that ended when the version was in Step Functions and its record did not know.
    private static async Task AbandonAsync(PublishingScene scene)
    {
        scene.Faults.Start(null);
        scene.Faults.StopBefore(nameof(IConfigurationStore.TryPutMachineVersionAsync));
        await RunAsync(() => scene.AskAsync(PublishAction.Publish));
        Assert.True(scene.Faults.Struck);
        scene.Faults.Start(null);
    }

    private static string Running(string child) =>
        $$"""
            {
              "flowId": "greet",
              "start": "runFlow_1",
              "steps": {
                "runFlow_1": { "kind": "runFlow", "flowId": "{{child}}", "payload": {}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $runFlow_1.message %}" }
              }
            }
            """;

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
        IReadOnlyList<VersionEntry> records = await scene.Store.ListVersionsAsync(
            PublishingScene.Acme,
            PublishingScene.Flow,
            Cancel
        );
        Assert.Equal(records.Select(record => record.MachineVersionArn).Order(), scene.MachineVersions().Order());
        var live = await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal((live?.Routes ?? []).ToDictionary(route => route.MachineVersionArn, route => route.Weight), scene.Routes());
    }

    /// <summary>Something that can be interrupted.</summary>
    /// <param name="Prepare">What was before; the draft "one" is saved already.</param>
    /// <param name="Act">What is interrupted, and asked for again.</param>
    /// <param name="Fewest">The fewest points it has, so that none is lost unnoticed.</param>
    /// <param name="Expected">How it ends.</param>
    /// <param name="IsCallable">Whether the flow can be called all the while: it is there, its caller waits, and it runs alone.</param>
    /// <param name="FreesNumbers">Whether it removes a version that never was live, whose number the next one may have or not.</param>
    private sealed record Scenario(
        Func<PublishingScene, Task> Prepare,
        Func<PublishingScene, Task<PublishAnswer>> Act,
        int Fewest,
        string Expected = PublishStatus.Published,
        bool IsCallable = true,
        bool FreesNumbers = false
    );
}
