using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Deployment;
using Cxf.Functions.Observability;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;
using Cxf.Functions.Tests.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>Every publish is counted, by how it ended.</summary>
public sealed class PublishLogTests
{
    private static readonly DeploymentSettings Settings = new() { Stage = StageName.Parse("dev"), ConfigTable = "config", StateMachineArnPrefix = "arn:" };

    private readonly CountingStore _store = new();
    private readonly MemoryStream _metrics = new();

    [Fact]
    public async Task A_refused_request_is_counted_without_the_names_that_it_made_up()
    {
        await Publisher().PublishAsync(FunctionEvent.Read("{}"u8.ToArray()), TestContext.Current.CancellationToken);
        await Publisher().PublishAsync(TenantId.Parse("made-up"), FlowId.Parse("made-up"), TestContext.Current.CancellationToken);
        Assert.All(Lines(), line =>
        {
            Assert.Equal("PublishFlow", line.GetProperty("Function").GetString());
            Assert.Equal("REJECTED", line.GetProperty("Outcome").GetString());
            Assert.DoesNotContain("made-up", line.GetRawText());
        });
        Assert.Equal(2, Lines().Count);
    }

    [Fact]
    public async Task A_publish_that_ends_without_an_answer_is_counted_as_failed()
    {
        _store.IsDown = true;
        await Assert.ThrowsAnyAsync<Exception>(
            () => Publisher().PublishAsync(TenantId.Parse("acme"), FlowId.Parse("a"), TestContext.Current.CancellationToken));
        var line = Assert.Single(Lines());
        Assert.Equal("FAILED", line.GetProperty("Outcome").GetString());
        Assert.Equal("Internal", line.GetProperty("ErrorWord").GetString());
    }

    [Fact]
    public void A_flow_that_is_live_is_counted_by_its_name()
    {
        var log = new PublishLog(NullLogger.Instance, new Metrics(Settings.Stage, _metrics, TimeProvider.System));
        log.Answered(TenantId.Parse("acme"), FlowId.Parse("a"), new PublishAnswer("PUBLISHED", "", 3, "arn", []), TimeSpan.FromMilliseconds(2));
        var line = Assert.Single(Lines());
        Assert.Equal(("acme", "a", 2), (line.GetProperty("Tenant").GetString(), line.GetProperty("Flow").GetString(), line.GetProperty("Duration").GetInt32()));
    }

    private FlowPublisher Publisher()
    {
        var log = new PublishLog(NullLogger.Instance, new Metrics(Settings.Stage, _metrics, TimeProvider.System));
        return new FlowPublisher(_store, new StateMachinePublisher(null!, Settings), Settings, log, TimeProvider.System);
    }

    private List<JsonElement> Lines() =>
        [.. Encoding.UTF8.GetString(_metrics.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
