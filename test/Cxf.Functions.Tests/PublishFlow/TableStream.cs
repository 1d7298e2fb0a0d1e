using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>
/// A table's stream and the event source mapping behind it: what changed since the last look, in the form of stream records,
/// filtered as template.yaml says, handed to PublishFlow in batches.
/// </summary>
internal sealed class TableStream(IAmazonDynamoDB client, string table, PublishFlowFunction function)
{
    private Dictionary<(string, string), string> _known = [];
    private int _sequence;

    /// <summary>Hands on what changed; how many records passed the filter.</summary>
    public async Task<int> DeliverAsync()
    {
        var records = (await ChangesAsync())
            .Where(record => EventSourceFilter.Passes(System.Text.Json.JsonElement.Parse(record.ToJsonString())))
            .ToList();
        if (records.Count > 0)
        {
            var batch = new JsonObject { ["Records"] = new JsonArray([.. records]) };
            var answer = await function.PublishFlow(FunctionEvent.Read(System.Text.Encoding.UTF8.GetBytes(batch.ToJsonString())));
            Assert.Equal("""{"batchItemFailures":[]}""", answer.GetRawText());
        }

        return records.Count;
    }

    private async Task<List<JsonObject>> ChangesAsync()
    {
        var items = (
            await client.ScanAsync(
                new ScanRequest { TableName = table, ConsistentRead = true },
                TestContext.Current.CancellationToken
            )
        ).Items;
        var now = items.ToDictionary(item => (item["pk"].S, item["sk"].S), item => Json(item).ToJsonString());
        var changes = now.Where(item => _known.GetValueOrDefault(item.Key) != item.Value)
            .Select(item => Record(_known.ContainsKey(item.Key) ? "MODIFY" : "INSERT", item.Key, item.Value))
            .Concat(_known.Keys.Except(now.Keys).Select(key => Record("REMOVE", key, null)))
            .ToList();
        _known = now;
        return changes;
    }

    private JsonObject Record(string name, (string Partition, string Sort) key, string? image) =>
        new()
        {
            ["eventName"] = name,
            ["eventSource"] = "aws:dynamodb",
            ["dynamodb"] = new JsonObject
            {
                ["Keys"] = new JsonObject
                {
                    ["pk"] = new JsonObject { ["S"] = key.Partition },
                    ["sk"] = new JsonObject { ["S"] = key.Sort },
                },
                ["NewImage"] = image is null ? null : JsonNode.Parse(image),
                ["SequenceNumber"] = (++_sequence).ToString(),
            },
        };

    private static JsonObject Json(Dictionary<string, AttributeValue> item) =>
        new(
            item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
                .Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)Json(attribute.Value)))
        );

    private static JsonObject Json(AttributeValue value) =>
        value.S is not null ? new JsonObject { ["S"] = value.S }
        : value.N is not null ? new JsonObject { ["N"] = value.N }
        : value.BOOL is { } flag ? new JsonObject { ["BOOL"] = flag }
        : value.SS is { Count: > 0 }
            ? new JsonObject
            {
                ["SS"] = new JsonArray([.. value.SS.Order(StringComparer.Ordinal).Select(text => JsonValue.Create(text))]),
            }
        : value.M is { Count: > 0 } ? new JsonObject { ["M"] = Json(value.M) }
        : new JsonObject { ["L"] = new JsonArray([.. (value.L ?? []).Select(Json)]) };
}
