using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>A request to PublishFlow that can be interrupted at each of its calls.</summary>
/// <param name="Prepare">Prepares the deployment; the draft "one" is already saved.</param>
/// <param name="Act">The request, which is interrupted and then repeated.</param>
/// <param name="Fewest">The minimum number of its points, so that a missing one is noticed.</param>
/// <param name="Expected">The final status.</param>
/// <param name="IsCallable">Whether callers can use the flow all the time: it exists, its caller waits, and it runs no other
/// flow.</param>
/// <param name="FreesNumbers">Whether it removes a version that was never live, whose number the next version may or may not
/// get.</param>
internal sealed record InterruptedScenario(
    Func<PublishingScene, Task> Prepare,
    Func<PublishingScene, Task<PublishAnswer>> Act,
    int Fewest,
    string Expected = PublishStatus.Published,
    bool IsCallable = true,
    bool FreesNumbers = false
)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Dictionary<string, InterruptedScenario> All { get; } =
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
            ["a publish of a flow that calls a described API"] = new(
                async scene =>
                {
                    await scene.Store.PutConnectionAsync(
                        PublishingScene.Acme,
                        ConnectionId.Parse("crm"),
                        """{"baseUrl":"https://crm.example.com","auth":{"kind":"none"}}""",
                        Cancel
                    );
                    await scene.Store.PutDescriptionAsync(
                        PublishingScene.Acme,
                        ConnectionId.Parse("crm"),
                        "{}"u8.ToArray(),
                        Cancel
                    );
                    await scene.SaveAsync(Calling("crm"));
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

    // A first publish that was killed after it created the version in Step Functions, before it wrote that into the record.
    private static async Task AbandonAsync(PublishingScene scene)
    {
        scene.Faults.Start(null);
        scene.Faults.StopBefore(nameof(IConfigurationStore.TryPutMachineVersionAsync));
        await Faults.RunUntilKilledAsync(() => scene.AskAsync(PublishAction.Publish));
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

    private static string Calling(string connection) =>
        $$"""
            {
              "flowId": "greet",
              "caller": "waits",
              "start": "call",
              "steps": {
                "call": { "kind": "restApi", "connection": "{{connection}}", "method": "GET", "path": "/", "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "one" }
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
}
