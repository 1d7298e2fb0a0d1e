using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>The tables in this process, for a function that may crash around every call.</summary>
internal sealed class CrashingTables(InMemoryDynamoDb tables, CrashPlan plan, TimeProvider timeProvider)
    : AmazonDynamoDBClient(
        new BasicAWSCredentials("test", "test"),
        new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:9/" }
    )
{
    /// <summary>How long they take to answer; infinite: until the caller gives up.</summary>
    public TimeSpan Delay { get; set; }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        plan.CallAsync(async () =>
        {
            await VirtualWait.ForAsync(Delay, timeProvider, cancellationToken);
            Assert.True(request.ConsistentRead);
            var answer = Execute("GetItem", new JsonObject { ["TableName"] = request.TableName, ["Key"] = Json(request.Key) });
            return new GetItemResponse { Item = answer["Item"] is JsonObject item ? Item(item) : null };
        });

    public override Task<UpdateItemResponse> UpdateItemAsync(
        UpdateItemRequest request,
        CancellationToken cancellationToken = default
    ) =>
        plan.CallAsync(async () =>
        {
            await VirtualWait.ForAsync(Delay, timeProvider, cancellationToken);
            try
            {
                Execute(
                    "UpdateItem",
                    new JsonObject
                    {
                        ["TableName"] = request.TableName,
                        ["Key"] = Json(request.Key),
                        ["UpdateExpression"] = request.UpdateExpression,
                        ["ConditionExpression"] = request.ConditionExpression,
                        ["ExpressionAttributeNames"] = new JsonObject(
                            request.ExpressionAttributeNames.Select(name => KeyValuePair.Create(name.Key, (JsonNode?)name.Value))
                        ),
                        ["ExpressionAttributeValues"] = Json(request.ExpressionAttributeValues),
                    }
                );
                return new UpdateItemResponse();
            }
            catch (DynamoDbException exception) when (exception.Code == "ConditionalCheckFailedException")
            {
                throw new ConditionalCheckFailedException(exception.Message);
            }
        });

    private JsonObject Execute(string operation, JsonObject request) =>
        tables.Execute(operation, JsonElement.Parse(request.ToJsonString()));

    private static JsonObject Json(Dictionary<string, AttributeValue> item) =>
        new(
            item.Select(attribute =>
                KeyValuePair.Create(
                    attribute.Key,
                    (JsonNode?)(
                        attribute.Value.S is { } text
                            ? new JsonObject { ["S"] = text }
                            : new JsonObject { ["N"] = attribute.Value.N }
                    )
                )
            )
        );

    private static Dictionary<string, AttributeValue> Item(JsonObject item) =>
        item.ToDictionary(
            attribute => attribute.Key,
            attribute => new AttributeValue
            {
                S = attribute.Value!["S"]?.GetValue<string>(),
                N = attribute.Value!["N"]?.GetValue<string>(),
            }
        );
}
