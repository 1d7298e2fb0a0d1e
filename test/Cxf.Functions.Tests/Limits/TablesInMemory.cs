using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

namespace Cxf.Functions.Tests.Limits;

/// <summary>
/// DynamoDB's client on tables in this process. It counts requests and can be made slow, lose answers or die.
/// </summary>
internal sealed class TablesInMemory(InMemoryDynamoDb tables)
    : AmazonDynamoDBClient(
        new BasicAWSCredentials("test", "test"),
        new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "us-east-1" }
    )
{
    public const string Table = "runs";

    /// <summary>The operations that were executed.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>
    /// Whether the client sends a request again because the first answer was lost, as AWS's client does. Default: never.
    /// </summary>
    public Func<bool> IsSentTwice { get; set; } = () => false;

    /// <summary>Runs before a request is executed, with its operation.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs after a request was executed and before its answer.</summary>
    public Func<string, CancellationToken, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    public static InMemoryDynamoDb Create() => InMemoryDynamoDb.WithAnyTable("pk", "sk");

    public override Task<UpdateItemResponse> UpdateItemAsync(
        UpdateItemRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var json = new JsonObject
        {
            ["TableName"] = request.TableName,
            ["Key"] = Item(request.Key),
            ["UpdateExpression"] = request.UpdateExpression,
            ["ConditionExpression"] = request.ConditionExpression,
            ["ReturnValues"] = request.ReturnValues.Value,
            ["ReturnValuesOnConditionCheckFailure"] = request.ReturnValuesOnConditionCheckFailure?.Value,
            ["ExpressionAttributeNames"] = Names(request.ExpressionAttributeNames),
            ["ExpressionAttributeValues"] = request.ExpressionAttributeValues is { } values ? Item(values) : null,
        };
        return ExecuteAsync(
            "UpdateItem",
            json,
            answer => new UpdateItemResponse { Attributes = Read(answer, "Attributes") },
            cancellationToken
        );
    }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        var json = new JsonObject { ["TableName"] = request.TableName, ["Key"] = Item(request.Key) };
        return ExecuteAsync("GetItem", json, answer => new GetItemResponse { Item = Read(answer, "Item") }, cancellationToken);
    }

    private async Task<T> ExecuteAsync<T>(
        string operation,
        JsonObject request,
        Func<JsonObject, T> read,
        CancellationToken cancellationToken
    )
    {
        Requests.Add(operation);
        await Before(operation, cancellationToken);
        var (answer, refusal) = Execute(operation, JsonElement.Parse(request.ToJsonString()));
        await After(operation, cancellationToken);
        return answer is not null ? read(answer) : throw refusal!;
    }

    // Simulations are refused very often: each refusal is thrown here and to the gate, and nowhere between.
    private (JsonObject? Answer, ConditionalCheckFailedException? Refusal) Execute(string operation, JsonElement json)
    {
        try
        {
            if (IsSentTwice())
            {
                tables.Execute(operation, json);
            }

            return (tables.Execute(operation, json), null);
        }
        catch (DynamoDbException refusal) when (refusal.Code == "ConditionalCheckFailedException")
        {
            return (null, new ConditionalCheckFailedException(refusal.Message) { Item = Read(refusal.Item) });
        }
    }

    private static JsonObject? Names(Dictionary<string, string>? names) =>
        names is null ? null : new(names.Select(name => KeyValuePair.Create(name.Key, (JsonNode?)name.Value)));

    private static JsonObject Item(Dictionary<string, AttributeValue> item) =>
        new(item.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Value(one.Value))));

    private static JsonObject Value(AttributeValue value) =>
        value.N is { } number ? new() { ["N"] = number }
        : value.S is { } text ? new() { ["S"] = text }
        : new() { ["M"] = Item(value.M) };

    private static Dictionary<string, AttributeValue>? Read(JsonObject answer, string member) => Read(answer[member]?.AsObject());

    private static Dictionary<string, AttributeValue>? Read(JsonObject? item) =>
        item?.ToDictionary(one => one.Key, one => Read(one.Value!));

    private static AttributeValue Read(JsonNode value) =>
        value["N"] is { } number ? new() { N = number.GetValue<string>() }
        : value["S"] is { } text ? new(text.GetValue<string>())
        : new() { M = Read(value["M"]!.AsObject()), IsMSet = true };
}
