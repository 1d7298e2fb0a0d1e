using Cxf.Documents.Identifiers;
using Cxf.Functions.PublishFlow;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Functions.Tests.PublishFlow;

public sealed class RunningExecutionTests
{
    [Fact]
    public async Task A_running_execution_stays_on_its_version()
    {
        var crm = new SlowCrm();
        await using var scene = await PublishingScene.StartAsync(lambda: crm);
        await scene.Store.PutConnectionAsync(
            PublishingScene.Acme,
            ConnectionId.Parse("crm"),
            """{"baseUrl":"https://crm.example","methods":["GET"]}""",
            TestContext.Current.CancellationToken
        );
        await scene.PublishAsync(Document("one"));
        var live = await scene.Store.FindLiveAsync(
            PublishingScene.Acme,
            PublishingScene.Flow,
            TestContext.Current.CancellationToken
        );
        var execution = scene.StepFunctions.StartExecution(
            new StartExecutionRequest(live!.AliasArn, "run", """{"contact":{},"payload":{}}""")
        );
        await crm.Asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await scene.PublishAsync(Document("two"));
        await scene.AskAsync(PublishAction.Canary, version: 1, weight: 1);
        crm.Answer.SetResult();
        await scene.StepFunctions.WhenEnded(execution.ExecutionArn, TestContext.Current.CancellationToken);
        var described = scene.StepFunctions.DescribeExecution(new ExecutionRequest(execution.ExecutionArn));
        Assert.Equal("SUCCEEDED", described.Status);
        Assert.Contains("\"one\"", described.Output);
    }

    [Theory]
    [InlineData(1, " 1 run was in progress and was stopped (FlowDeleted).")]
    [InlineData(3, " 3 runs were in progress and were stopped (FlowDeleted).")]
    public async Task Deleting_a_flow_stops_its_runs_that_wait_and_says_how_many(int runs, string said)
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(WaitingDocument);
        var executions = new List<string>();
        for (var run = 0; run < runs; run++)
        {
            executions.Add(await StartAsync(scene, $"run-{run}"));
        }

        Assert.Equal(
            "The flow, its versions and its state machine were removed." + said,
            (await scene.AskAsync(PublishAction.Delete)).Message
        );
        foreach (var execution in executions)
        {
            // A run that is just at work ends a moment after it was stopped.
            await scene.StepFunctions.WhenEnded(execution, TestContext.Current.CancellationToken);
            var described = scene.StepFunctions.DescribeExecution(new ExecutionRequest(execution));
            Assert.Equal(
                ("ABORTED", "FlowDeleted", "The flow was deleted."),
                (described.Status, described.Error, described.Cause)
            );
        }
    }

    [Fact]
    public async Task Deleting_a_tenant_stops_the_runs_of_its_flows_and_no_others()
    {
        await using var scene = await PublishingScene.StartAsync();
        var other = TenantId.Parse("globex");
        await scene.PublishAsync(WaitingDocument);
        await scene.SaveAsync(WaitingDocument, other);
        Assert.Equal(PublishStatus.Published, (await scene.AskAsync(PublishAction.Publish, tenant: other)).Status);
        var stopped = await StartAsync(scene, "run");
        var running = await StartAsync(scene, "run", other);
        Assert.EndsWith(
            " 1 run was in progress and was stopped (FlowDeleted).",
            (await scene.AskAsync(new PublishRequest(PublishAction.Delete, PublishingScene.Acme, null))).Message
        );
        await scene.StepFunctions.WhenEnded(stopped, TestContext.Current.CancellationToken);
        Assert.Equal("ABORTED", scene.StepFunctions.DescribeExecution(new ExecutionRequest(stopped)).Status);
        Assert.Equal("RUNNING", scene.StepFunctions.DescribeExecution(new ExecutionRequest(running)).Status);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_not_counted()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one", caller: "continues"));
        await scene.StepFunctions.WhenEnded(await StartAsync(scene, "run"), TestContext.Current.CancellationToken);
        Assert.Equal(
            "The flow, its versions and its state machine were removed.",
            (await scene.AskAsync(PublishAction.Delete)).Message
        );
    }

    /// <summary>A flow whose runs wait for a day.</summary>
    internal static string WaitingDocument =>
        """
            {
              "flowId": "greet",
              "caller": "continues",
              "start": "wait_1",
              "steps": {
                "wait_1": { "kind": "wait", "seconds": 86400, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "after a day" }
              }
            }
            """;

    /// <summary>Starts what is live, and gives back the execution's ARN.</summary>
    internal static async Task<string> StartAsync(PublishingScene scene, string name, TenantId? tenant = null)
    {
        var live = await scene.Store.FindLiveAsync(
            tenant ?? PublishingScene.Acme,
            PublishingScene.Flow,
            TestContext.Current.CancellationToken
        );
        return scene
            .StepFunctions.StartExecution(new StartExecutionRequest(live!.AliasArn, name, """{"contact":{},"payload":{}}"""))
            .ExecutionArn;
    }

    private static string Document(string word) =>
        $$"""
            {
              "flowId": "greet",
              "caller": "continues",
              "start": "rest_api_1",
              "steps": {
                "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/greeting",
                 "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{{word}}" }
              }
            }
            """;

    // Answers when it is told to.
    private sealed class SlowCrm : ILambdaInvoker
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Answer { get; } = new();

        public async ValueTask<LambdaResult> InvokeAsync(
            string functionArn,
            ReadOnlyMemory<byte> payload,
            CancellationToken cancellationToken
        )
        {
            Asked.TrySetResult();
            await Answer.Task.WaitAsync(cancellationToken);
            return new LambdaResult(
                """{"status":200,"headers":{},"body":{},"attempts":1,"durationMs":1}"""u8.ToArray(),
                FunctionError: false,
                ExecutedVersion: "1"
            );
        }
    }
}
