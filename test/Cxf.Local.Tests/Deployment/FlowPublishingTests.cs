using Cxf.Local.Deployment;

namespace Cxf.Local.Tests.Deployment;

public sealed class FlowPublishingTests
{
    [Fact]
    public async Task A_local_deployment_publishes_a_flow_before_those_that_run_it()
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
            Write(
                "b_child",
                """
                "start": "respond_1", "steps": { "respond_1": { "kind": "respond", "message": "done" } }
                """
            );
            var options = new LocalDeploymentOptions { ConfigurationFolder = folder.FullName };
            await using var deployment = await LocalDeployment.StartAsync(options, TestContext.Current.CancellationToken);
            var published = await FlowPublishing.PublishAllAsync(deployment, TestContext.Current.CancellationToken);
            Assert.Equal([("b_child", true), ("a_parent", true)], published.Select(flow => (flow.Flow, flow.IsLive)));
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
