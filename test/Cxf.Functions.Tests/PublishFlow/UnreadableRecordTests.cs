using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.Emulators.Tables;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>
/// A record of what is live that somebody has broken: requests get their outcome and leave the stream, and deleting the flow
/// mends it.
/// </summary>
public sealed class UnreadableRecordTests : IAsyncLifetime
{
    private const string Table = "config";
    private const string Unreadable =
        "The live record of the flow acme/greet cannot be read. Restore it, or delete the flow and publish it again.";

    private TablesEndpoint? _tables;
    private AmazonDynamoDBClient? _client;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tables = await TablesEndpoint.StartAsync(0, Cancel);
        _client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = _tables.Address.ToString(), AuthenticationRegion = "us-east-1" }
        );
    }

    public async ValueTask DisposeAsync()
    {
        _client!.Dispose();
        await _tables!.DisposeAsync();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("routes", null)]
    [InlineData("routes", "many")]
    [InlineData("version", "one")]
    [InlineData("type", "SLOW")]
    [InlineData("contactFields", "all")]
    [InlineData("aliasArn", null)]
    public async Task A_request_gets_its_outcome_once_and_later_requests_continue(string? attribute, string? value)
    {
        await using var scene = await StartAsync();
        await BreakAsync(attribute, value);

        foreach (
            var request in new[]
            {
                """{"revision":1}""",
                """{"action":"recompile"}""",
                """{"action":"rollback","version":1}""",
                """{"action":"canary","version":1,"weight":5}""",
            }
        )
        {
            Assert.Equal("""{"batchItemFailures":[]}""", await DeliverAsync(scene, request));
            var outcome = JsonElement.Parse(
                (await scene.Store.FindOutcomeAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel))!.Answer
            );
            Assert.Equal(
                ("FAILED", Unreadable),
                (outcome.GetProperty("status").GetString(), outcome.GetProperty("message").GetString())
            );
        }
    }

    [Theory]
    [InlineData("revision", null)]
    [InlineData("revision", "one")]
    [InlineData("document", null)]
    public async Task A_draft_that_cannot_be_read_gets_an_outcome_that_says_what_to_do(string attribute, string? value)
    {
        await using var scene = await StartAsync();
        await BreakAsync(attribute, value, "DRAFT");

        Assert.Equal("""{"batchItemFailures":[]}""", await DeliverAsync(scene, """{"revision":1}"""));

        var outcome = JsonElement.Parse(
            (await scene.Store.FindOutcomeAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel))!.Answer
        );
        Assert.Equal("FAILED", outcome.GetProperty("status").GetString());
        Assert.StartsWith(
            "The draft record of the flow acme/greet cannot be read. Save the draft again",
            outcome.GetProperty("message").GetString()
        );
    }

    [Fact]
    public async Task A_draft_that_is_saved_leaves_the_stream()
    {
        await using var scene = await StartAsync();
        await BreakAsync(null, null);

        Assert.Equal("""{"batchItemFailures":[]}""", await DeliverAsync(scene, null));
    }

    [Fact]
    public async Task Deleting_the_flow_repairs_it()
    {
        await using var scene = await StartAsync();
        await BreakAsync("routes", null);

        await DeliverAsync(scene, """{"action":"delete"}""");
        await scene.SaveAsync(PublishingScene.Document("again"));
        Assert.Equal(PublishStatus.Published, (await scene.AskAsync(PublishAction.Publish)).Status);
        Assert.Equal("again", await scene.CallAsync());
    }

    private async Task<PublishingScene> StartAsync()
    {
        var scene = await PublishingScene.StartAsync(new DynamoDbConfigurationStore(_client!, Table));
        await scene.PublishAsync(PublishingScene.Document("hello"));
        return scene;
    }

    // Null as the attribute leaves nothing but the key; null as the value removes the attribute.
    private async Task BreakAsync(string? attribute, string? value, string record = "LIVE")
    {
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new("TENANT#acme"), ["sk"] = new($"FLOW#greet#{record}") };
        var item = attribute is null ? key : (await _client!.GetItemAsync(Table, key, Cancel)).Item;
        if (attribute is not null && value is null)
        {
            item.Remove(attribute);
        }
        else if (attribute is not null)
        {
            item[attribute] = new AttributeValue(value);
        }

        await _client!.PutItemAsync(Table, item, Cancel);
    }

    private static async Task<string> DeliverAsync(PublishingScene scene, string? request)
    {
        var (sort, image) = request is null
            ? ("FLOW#greet#DRAFT", "{}")
            : ("FLOW#greet#REQUEST", $$$"""{"request":{"S":{{{JsonSerializer.Serialize(request)}}}},"number":{"N":"0"}}""");
        var batch = $$$"""
            {"Records":[{"eventName":"MODIFY","dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"{{{sort}}}"}},
             "NewImage":{{{image}}},"SequenceNumber":"1"}}]}
            """;
        return (await scene.Function.PublishFlow(FunctionEvent.Read(Encoding.UTF8.GetBytes(batch)))).GetRawText();
    }
}
