using System.Text;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;

namespace Cxf.Local.Tests.Deployment;

public sealed class FlowPublishingTests
{
    [Fact]
    public async Task All_flows_are_published_and_each_before_those_that_run_it() =>
        Assert.Equal([("b_child", true), ("c_alone", true), ("a_parent", true)], await PublishAsync(only: null));

    [Fact]
    public async Task One_flow_is_published_with_those_that_it_runs() =>
        Assert.Equal([("b_child", true), ("a_parent", true)], await PublishAsync("a_parent"));

    // The first publish on a busy machine: a function or a service that is too slow.
    [Theory]
    [InlineData(true, 1, "PUBLISHED")]
    [InlineData(true, 1, "UNCHANGED")]
    [InlineData(true, 2, "FAILED", "PUBLISHED")]
    [InlineData(true, 2, "CONFLICT", "UNCHANGED")]
    [InlineData(true, 3, "Sandbox.Timedout", "FAILED", "PUBLISHED")]
    [InlineData(false, 3, "FAILED", "FAILED", "FAILED", "PUBLISHED")]
    [InlineData(false, 1, "REJECTED", "PUBLISHED")]
    public async Task A_publish_that_can_succeed_later_is_tried_again(bool isLive, int asked, params string[] answers)
    {
        var count = 0;
        var published = await FlowPublishing.PublishAsync(
            (_, _) =>
            {
                var answer = answers[count++];
                var member = answer.Contains('.') ? "errorType" : "status";
                return new(Encoding.UTF8.GetBytes($$"""{ "{{member}}": "{{answer}}" }"""));
            },
            TenantId.Parse("acme"),
            FlowId.Parse("create_lead"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((isLive, asked), (published.IsLive, count));
    }

    private static async Task<IEnumerable<(string Flow, bool IsLive)>> PublishAsync(string? only)
    {
        var folder = Directory.CreateTempSubdirectory("cxf-order-");
        try
        {
            Write(
                "a_parent",
                """
                "start": "runFlow_1",
                "steps": {
                  "runFlow_1": { "kind": "runFlow", "flowId": "b_child", "payload": {}, "next": "respond_1" },
                  "respond_1": { "kind": "respond", "message": "done" }
                }
                """
            );
            foreach (var flow in (string[])["b_child", "c_alone"])
            {
                Write(
                    flow,
                    """
                    "start": "respond_1", "steps": { "respond_1": { "kind": "respond", "message": "done" } }
                    """
                );
            }

            var options = new LocalDeploymentOptions { ConfigurationFolder = folder.FullName };
            await using var deployment = await LocalDeployment.StartAsync(options, TestContext.Current.CancellationToken);
            var published = await FlowPublishing.PublishAllAsync(
                deployment,
                only is null ? null : [(TenantId.Parse("acme"), FlowId.Parse(only))],
                TestContext.Current.CancellationToken
            );
            return published.Select(flow => (flow.Flow, flow.IsLive));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        void Write(string flow, string members)
        {
            var file = Path.Combine(folder.FullName, "tenants", "acme", "flows", flow + ".json");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $$"""{ "flowId": "{{flow}}", {{members}} }""");
        }
    }
}
