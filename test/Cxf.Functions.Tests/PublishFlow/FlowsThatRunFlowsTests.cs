using Cxf.Documents;
using Cxf.Flows;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;

namespace Cxf.Functions.Tests.PublishFlow;

public sealed class FlowsThatRunFlowsTests
{
    private static readonly FlowId Parent = FlowId.Parse("parent");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pinned_version_stays_compiled_in_when_its_flow_changes_or_is_deleted()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        Assert.Equal(PublishStatus.Published, (await PublishParentAsync(scene, version: "1")).Status);
        await scene.PublishAsync(PublishingScene.Document("two"));
        Assert.Equal(PublishStatus.Deleted, (await scene.AskAsync(PublishAction.Delete)).Status);
        Assert.Equal("heard one", await scene.CallAsync(flow: Parent));
    }

    [Fact]
    public async Task A_flow_that_another_one_starts_cannot_be_deleted_under_it()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        Assert.Equal(PublishStatus.Published, (await PublishParentAsync(scene, version: "\"live\"")).Status);
        var answer = await scene.AskAsync(PublishAction.Delete);
        Assert.Equal(
            (PublishStatus.Rejected, "The live flow parent runs this one. Publish that one without it first, or delete it."),
            (answer.Status, answer.Message)
        );
        Assert.Equal("one", await scene.CallAsync());
        Assert.Equal(PublishStatus.Deleted, (await scene.AskAsync(PublishAction.Delete, flow: Parent)).Status);
        Assert.Equal(PublishStatus.Deleted, (await scene.AskAsync(PublishAction.Delete)).Status);
    }

    [Fact]
    public async Task A_flow_that_can_take_longer_than_before_names_the_flows_that_still_wait_as_long_as_before()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(Pausing(1));
        await PublishParentAsync(scene, version: "1");
        await scene.SaveAsync(Pausing(2));
        Assert.Empty((await scene.AskAsync(PublishAction.Publish)).Diagnostics);
        await PublishParentAsync(scene, version: "\"live\"");
        await scene.SaveAsync(Pausing(4));
        var answer = await scene.AskAsync(PublishAction.Publish);
        Assert.Equal(PublishStatus.Published, answer.Status);
        var warning = Assert.Single(answer.Diagnostics);
        Assert.Equal((FlowCodes.CallersWaitTooShort, DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.EndsWith("wait no longer than before: parent.", warning.Message);
        Assert.Equal(PublishStatus.Published, (await PublishParentAsync(scene, version: "\"live\"")).Status);
        Assert.Empty((await scene.AskAsync(PublishAction.Publish)).Diagnostics);
        await scene.SaveAsync(Pausing(2));
        Assert.Empty((await scene.AskAsync(PublishAction.Publish)).Diagnostics);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"live\"")]
    public async Task A_flow_that_runs_one_which_is_not_there_is_refused(string version)
    {
        await using var scene = await PublishingScene.StartAsync();
        var answer = await PublishParentAsync(scene, version);
        Assert.Equal(PublishStatus.Rejected, answer.Status);
        Assert.NotEmpty(answer.Diagnostics);
        Assert.Null(await scene.Store.FindLiveAsync(PublishingScene.Acme, Parent, Cancel));
    }

    [Theory]
    [InlineData("\"live\"")]
    [InlineData("1")]
    public async Task A_flow_that_calls_itself_through_others_is_rejected_with_the_cycle(string version)
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        Assert.Equal(PublishStatus.Published, (await PublishParentAsync(scene, version: "\"live\"")).Status);
        await scene.SaveAsync(Running("outer", "parent"), flow: FlowId.Parse("outer"));
        await scene.AskAsync(PublishAction.Publish, flow: FlowId.Parse("outer"));

        // A version that is compiled in starts the live flow all the same.
        await scene.SaveAsync(Running("greet", "outer").Replace("\"live\"", version));
        var answer = await scene.AskAsync(PublishAction.Publish);
        Assert.Equal(PublishStatus.Rejected, answer.Status);
        var problem = Assert.Single(answer.Diagnostics, one => one.Severity == DiagnosticSeverity.Error);
        Assert.Equal((FlowCodes.FlowRunsItself, "/steps/runFlow_1/flowId", 5), (problem.Code, problem.Pointer, problem.Line));
        Assert.Equal("The flow calls itself: greet → outer → parent → greet.", problem.Message);
        Assert.Equal("one", await scene.CallAsync());
    }

    [Fact]
    public async Task A_flow_can_compile_in_an_earlier_version_of_itself()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.PublishAsync(Running("greet", "greet").Replace("\"live\"", "1"));
        Assert.Equal("heard one", await scene.CallAsync());
        await scene.SaveAsync(Running("greet", "greet"));
        Assert.Equal(
            [FlowCodes.FlowRunsItself],
            (await scene.AskAsync(PublishAction.Publish)).Diagnostics.Select(one => one.Code)
        );
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"live\"")]
    public async Task A_flow_that_breaks_the_contract_of_another_flow_is_rejected(string version)
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(
            Pausing(1)
                .Replace(
                    "\"start\"",
                    """
                    "input": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
                     "contactFields": ["customerNumber"], "start"
                    """.Trim()
                )
        );
        var answer = await PublishParentAsync(scene, version);
        Assert.Equal(PublishStatus.Rejected, answer.Status);
        Assert.Equal(
            [(FlowCodes.ChildContactFields, "/steps/runFlow_1/flowId"), (FlowCodes.ChildPayload, "/steps/runFlow_1/payload")],
            answer.Diagnostics.Select(one => (one.Code, one.Pointer))
        );
    }

    [Fact]
    public async Task A_flow_whose_tests_fail_is_rejected_with_their_differences()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(Tested("hello"));
        await scene.SaveAsync(Tested("goodbye"));
        var answer = await scene.AskAsync(PublishAction.Publish);
        Assert.Equal((PublishStatus.Rejected, "The flow's tests fail."), (answer.Status, answer.Message));
        Assert.Equal(
            (FlowCodes.TestFailed, "/tests/0"),
            Assert.Single(answer.Diagnostics.Select(one => (one.Code, one.Pointer)))
        );
        Assert.Equal("hello", await scene.CallAsync());
        Assert.Single(scene.MachineVersions());
    }

    private static string Pausing(int seconds) =>
        $$"""
            {
              "flowId": "greet",
              "start": "wait_1",
              "steps": {
                "wait_1": { "kind": "wait", "seconds": {{seconds}}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "hello" }
              }
            }
            """;

    private static string Tested(string word) =>
        PublishingScene
            .Document(word)
            .Replace(
                "\"start\"",
                """
                "tests": [{ "name": "says hello", "payload": {}, "expect": { "status": "SUCCEEDED", "message": "hello" } }],
                 "start"
                """.Trim()
            );

    private static async Task<PublishAnswer> PublishParentAsync(PublishingScene scene, string version)
    {
        await scene.SaveAsync(Running("parent", "greet").Replace("\"live\"", version), flow: Parent);
        return await scene.AskAsync(PublishAction.Publish, flow: Parent);
    }

    private static string Running(string flow, string child) =>
        $$"""
            {
              "flowId": "{{flow}}",
              "start": "runFlow_1",
              "steps": {
                "runFlow_1": { "kind": "runFlow", "flowId": "{{child}}", "version": "live", "payload": {}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% 'heard ' & $runFlow_1.message %}" }
              }
            }
            """;
}
