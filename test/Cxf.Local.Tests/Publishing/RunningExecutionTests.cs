using Cxf.ApiCalls.Identifiers;
using Cxf.Functions.PublishFlow;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Local.Tests.Publishing;

public sealed class RunningExecutionTests
{
    [Fact]
    public async Task An_execution_that_is_under_way_stays_on_its_version_whatever_goes_live_meanwhile()
    {
        var crm = new SlowCrm();
        await using var scene = await PublishingScene.StartAsync(lambda: crm);
        await scene.Store.PutConnectionAsync(
            PublishingScene.Acme, ConnectionId.Parse("crm"), """{"baseUrl":"https://crm.example","methods":["GET"]}""", TestContext.Current.CancellationToken);
        await scene.PublishAsync(Document("one"));
        var live = await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, TestContext.Current.CancellationToken);
        var execution = scene.StepFunctions.StartExecution(new StartExecutionRequest(live!.AliasArn, "run", """{"contact":{},"payload":{}}"""));
        await crm.Asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await scene.PublishAsync(Document("two"));
        await scene.AskAsync(PublishAction.Canary, version: 1, weight: 1);
        crm.Answer.SetResult();
        await scene.StepFunctions.WhenEnded(execution.ExecutionArn, TestContext.Current.CancellationToken);
        var described = scene.StepFunctions.DescribeExecution(new ExecutionRequest(execution.ExecutionArn));
        Assert.Equal("SUCCEEDED", described.Status);
        Assert.Contains("\"one\"", described.Output);
    }

    private static string Document(string word) => $$"""
        {
          "flowId": "greet",
          "caller": "continues",
          "start": "rest_api_1",
          "steps": {
            "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/greeting", "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{{word}}" }
          }
        }
        """;

    // Answers when it is told to.
    private sealed class SlowCrm : ILambdaInvoker
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Answer { get; } = new();

        public async ValueTask<LambdaResult> InvokeAsync(string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await Answer.Task.WaitAsync(cancellationToken);
            return new LambdaResult("""{"status":200,"headers":{},"body":{},"attempts":1,"durationMs":1}"""u8.ToArray(), FunctionError: false, ExecutedVersion: "1");
        }
    }
}
