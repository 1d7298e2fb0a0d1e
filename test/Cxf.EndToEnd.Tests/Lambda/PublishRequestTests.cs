using Cxf.Local.Deployment;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>Requests to publish that come from the configuration table's stream.</summary>
public sealed class PublishRequestTests
{
    [Fact]
    public async Task A_request_in_the_stream_makes_the_flow_live()
    {
        await using var deployment = await LocalDeployment.StartAsync(
            new LocalDeploymentOptions(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("FlowNotLive", await ErrorOfACallAsync());
        var batch = await File.ReadAllTextAsync(
            ProjectRoot.Path("events", "PublishFlow", "requests-from-the-stream.json"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("""{"batchItemFailures":[]}""", (await deployment.AskAsync("PublishFlow", batch)).GetRawText());
        Assert.Equal("NONE", await ErrorOfACallAsync());

        async Task<string?> ErrorOfACallAsync() =>
            (
                await deployment.AskAsync("ExecuteFlow", ProcessTests.Event("connect-press-5.json", ProcessTests.NewContact()))
            ).Text("errorCode");
    }
}
