using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>What an operator is told when callers go to another version, and when they cannot.</summary>
public sealed class RollbackReviewTests
{
    private static readonly ConnectionId Crm = ConnectionId.Parse("crm");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rollback_says_what_changes_for_callers()
    {
        await using var scene = await StartAsync();
        await scene.PublishAsync(
            Calling("\"timeoutSeconds\": 4,", outputs: "\"outputs\": { \"id\": \"1\" },", input: """{"name":{"type":"string"}}""")
        );
        await scene.PublishAsync(PublishingScene.Document("two"));
        var answer = await scene.AskAsync(PublishAction.Rollback, version: 1);
        Assert.Equal(PublishStatus.Published, answer.Status);
        var texts = answer.Differences.Select(difference => difference.ToString()).ToList();
        Assert.Matches(@"^~ It takes at most [4-6][.0-9]* s instead of 0[.0-9]* s\.$", texts[0]);
        Assert.Equal(
            [
                "+ The payload can have a new field name (string).",
                "+ It calls the connection crm, which it did not.",
                "+ Its answers can have a new output id.",
            ],
            texts[1..]
        );
        Assert.Equal("connection", answer.ToJson().GetProperty("differences")[2].GetProperty("what").GetString());

        // The way back says the opposite; a rollback to what is live has nothing to say.
        var back = await scene.AskAsync(PublishAction.Rollback, version: 2);
        Assert.Equal(
            [
                "- The payload's field name is not asked for any more.",
                "- It does not call the connection crm any more.",
                "- No answer of it has the output id any more.",
            ],
            back.Differences.Skip(1).Select(difference => difference.ToString())
        );
        Assert.Empty((await scene.AskAsync(PublishAction.Rollback, version: 2)).Differences);
    }

    [Theory]
    [InlineData(PublishAction.Rollback, null)]
    [InlineData(PublishAction.Canary, 10)]
    public async Task A_version_whose_connection_was_deleted_cannot_go_live(PublishAction action, int? weight)
    {
        await using var scene = await StartAsync();
        await scene.PublishAsync(Calling(""));
        await scene.PublishAsync(PublishingScene.Document("two"));
        await scene.Store.DeleteConnectionAsync(PublishingScene.Acme, Crm, Cancel);
        var before = await scene.DescribeAsync();
        var answer = await scene.AskAsync(action, version: 1, weight: weight);
        Assert.Equal((PublishStatus.Rejected, 2), (answer.Status, answer.Version));
        Assert.Equal("Version 1 cannot serve callers in the current deployment.", answer.Message);
        var problem = Assert.Single(answer.Diagnostics);
        Assert.Equal((FlowCodes.ConnectionUnknown, "/steps/rest_api_1/connection"), (problem.Code, problem.Pointer));
        Assert.Equal(before, await scene.DescribeAsync());
        await scene.Store.PutConnectionAsync(PublishingScene.Acme, Crm, Connection, Cancel);
        Assert.Equal(PublishStatus.Published, (await scene.AskAsync(action, version: 1, weight: weight)).Status);
    }

    [Fact]
    public async Task A_rollback_that_would_have_a_flow_run_itself_is_refused()
    {
        await using var scene = await StartAsync();
        await PublishAsync(scene, "other", PublishingScene.Document("child", flow: FlowId.Parse("other")));
        await scene.PublishAsync(Running("greet", "other"));
        await scene.PublishAsync(PublishingScene.Document("two"));
        await PublishAsync(scene, "other", Running("other", "greet"));
        var answer = await scene.AskAsync(PublishAction.Rollback, version: 1);
        Assert.Equal(PublishStatus.Rejected, answer.Status);
        Assert.Equal("The flow calls itself: greet → other → greet.", Assert.Single(answer.Diagnostics).Message);
        Assert.Equal("two", await scene.CallAsync());
    }

    [Fact]
    public async Task A_rollback_to_a_slower_version_names_the_live_flows_that_wait_for_it()
    {
        await using var scene = await StartAsync();
        await scene.PublishAsync(Calling("\"timeoutSeconds\": 3,"));
        await scene.PublishAsync(PublishingScene.Document("two"));
        await PublishAsync(scene, "parent", Running("parent", "greet"));
        var answer = await scene.AskAsync(PublishAction.Rollback, version: 1);
        Assert.Equal(PublishStatus.Published, answer.Status);
        var warning = Assert.Single(answer.Diagnostics);
        Assert.Equal((FlowCodes.CallersWaitTooShort, DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.EndsWith("wait no longer than before: parent.", warning.Message);
    }

    [Fact]
    public async Task A_version_that_the_checks_of_today_would_refuse_by_itself_can_be_rolled_back_to()
    {
        await using var scene = await StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        var version = (await scene.Store.FindVersionAsync(PublishingScene.Acme, PublishingScene.Flow, 1, Cancel))!;
        await scene.Store.DeleteVersionAsync(PublishingScene.Acme, PublishingScene.Flow, 1, Cancel);
        await scene.Store.TryAddVersionAsync(
            PublishingScene.Acme,
            version with
            {
                Document = version.Document.Replace("\"message\"", "\"message_of_old\""),
            },
            Cancel
        );
        await scene.PublishAsync(PublishingScene.Document("two"));
        Assert.Equal(PublishStatus.Published, (await scene.AskAsync(PublishAction.Rollback, version: 1)).Status);
        Assert.Equal("one", await scene.CallAsync());
    }

    private const string Connection = """{"baseUrl":"https://crm.example","methods":["GET"]}""";

    private static async Task<PublishingScene> StartAsync()
    {
        var scene = await PublishingScene.StartAsync();
        await scene.Store.PutConnectionAsync(PublishingScene.Acme, Crm, Connection, Cancel);
        return scene;
    }

    private static async Task PublishAsync(PublishingScene scene, string flow, string document)
    {
        await scene.SaveAsync(document, flow: FlowId.Parse(flow));
        Assert.Equal(PublishStatus.Published, (await scene.AskAsync(PublishAction.Publish, flow: FlowId.Parse(flow))).Status);
    }

    private static string Calling(string timeout, string outputs = "", string input = "{}") =>
        $$"""
            {
              "flowId": "greet",
              "caller": "waits",
              "input": { "type": "object", "properties": {{input}} },
              "start": "rest_api_1",
              "steps": {
                "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/greeting",
                 {{timeout}} "next": "respond_1" },
                "respond_1": { "kind": "respond", {{outputs}} "message": "hello" }
              }
            }
            """;

    private static string Running(string flow, string child) =>
        $$"""
            {
              "flowId": "{{flow}}",
              "start": "runFlow_1",
              "steps": {
                "runFlow_1": { "kind": "runFlow", "flowId": "{{child}}", "payload": {}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "done" }
              }
            }
            """;
}
