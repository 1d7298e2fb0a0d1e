using System.Text.Json;
using Cxf.ApiCalls.Identifiers;
using Cxf.Functions.Deployment;
using Cxf.Functions.Observability;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Tests.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.Functions.Tests.PublishFlow;

public sealed class PublishRequestRecordsTests
{
    private static readonly DeploymentSettings Settings = new() { Stage = StageName.Parse("dev"), ConfigTable = "config", StateMachineArnPrefix = "arn:" };

    private static readonly PublishLog Log = new(NullLogger.Instance, new Metrics(Settings.Stage, Stream.Null, TimeProvider.System));

    private readonly CountingStore _store = new();

    [Fact]
    public async Task The_first_record_that_fails_is_reported_and_those_after_it_are_not_tried()
    {
        _store.IsDown = true;
        var answer = await CarryOutAsync(Record("TENANT#acme", "FLOW#a#REQUEST", "1"), Record("TENANT#acme", "FLOW#b#REQUEST", "2"));
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"1"}]}""", answer);
        Assert.Equal(1, _store.Reads);
    }

    [Theory]
    [InlineData("TENANT#not a tenant", "FLOW#a#REQUEST")]
    [InlineData("INSTANCE#arn", "FLOW#a#REQUEST")]
    [InlineData("TENANT#acme", "FLOW#REQUEST")]
    [InlineData("TENANT#acme", "FLOW##REQUEST")]
    [InlineData("TENANT#acme", "FLOW#a#DRAFT")]
    public async Task A_record_that_is_no_request_does_not_block_the_ones_behind_it(string partition, string sort)
    {
        Assert.Equal("""{"batchItemFailures":[]}""", await CarryOutAsync(Record(partition, sort, "1"), Record("TENANT#acme", "FLOW#b#REQUEST", "2")));
        Assert.Equal(1, _store.Reads);
    }

    [Theory]
    [InlineData("""{"Records":[]}""", true)]
    [InlineData("""{"tenantId":"acme","flowId":"a"}""", false)]
    [InlineData("[]", false)]
    public void Only_an_event_with_records_is_a_batch(string json, bool expected) =>
        Assert.Equal(expected, PublishRequestRecords.IsBatch(JsonElement.Parse(json)));

    private async Task<string> CarryOutAsync(params IEnumerable<string> records)
    {
        var publisher = new FlowPublisher(_store, new StateMachinePublisher(null!, Settings), Settings, Log, TimeProvider.System);
        var batch = JsonElement.Parse($$"""{"Records":[{{string.Join(',', records)}}]}""");
        return (await new PublishRequestRecords(publisher, NullLogger.Instance).CarryOutAsync(batch, TestContext.Current.CancellationToken)).GetRawText();
    }

    private static string Record(string partition, string sort, string number) => $$$"""
        {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"{{{partition}}}"},"sk":{"S":"{{{sort}}}"}},"SequenceNumber":"{{{number}}}"}}
        """;
}
