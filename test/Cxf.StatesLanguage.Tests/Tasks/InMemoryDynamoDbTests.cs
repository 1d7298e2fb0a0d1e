using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

namespace Cxf.StatesLanguage.Tests.Tasks;

/// <summary>
/// What tables in memory refuse, and the changes that they report. Other tests compare their answers with dynalite's.
/// </summary>
public sealed class InMemoryDynamoDbTests
{
    private const string Key = """
        "Key":{"pk":{"S":"a"}}
        """;

    private readonly InMemoryDynamoDb _tables = InMemoryDynamoDb.WithAnyTable("pk");

    [Theory]
    [InlineData("Scan", "", "The tables in memory have no operation Scan.")]
    [InlineData("GetItem", """ "AttributesToGet":["n"] """, "The tables in memory do not support AttributesToGet in GetItem.")]
    [InlineData("Query", """ "Limit":1 """, "The tables in memory do not support Limit in Query.")]
    [InlineData(
        "DeleteItem",
        """ "ConditionExpression":"attribute_type(n, n)" """,
        "The tables in memory do not support the function attribute_type."
    )]
    [InlineData(
        "DeleteItem",
        """ "ConditionExpression":"attribute_exists(n[0])" """,
        "The tables in memory do not support list indexes, as in n[0]."
    )]
    [InlineData(
        "DeleteItem",
        """ "ConditionExpression":"n < :b","ExpressionAttributeValues":{":b":{"B":"AA=="} } """,
        "The tables in memory do not support < of binary values."
    )]
    [InlineData(
        "DeleteItem",
        """ "ConditionExpression":"n < :b","ExpressionAttributeValues":{":b":{"BOOL":true} } """,
        "Invalid ConditionExpression: Incorrect operand type for operator or function; operator or function: <, "
            + "operand type: BOOL"
    )]
    [InlineData(
        "DeleteItem",
        """ "ConditionExpression":"n <> :ns","ExpressionAttributeValues":{":ns":{"NS":["1"]} } """,
        "The tables in memory do not support comparisons with values of type NS."
    )]
    [InlineData(
        "UpdateItem",
        """ "UpdateExpression":"ADD n :ns","ExpressionAttributeValues":{":ns":{"NS":["1"]} } """,
        "The tables in memory do not support ADD with values of type NS."
    )]
    [InlineData("GetItem", """ "ProjectionExpression":1 """, "ProjectionExpression has the wrong type.")]
    [InlineData(
        "UpdateItem",
        """ "UpdateExpression":"SET n = :n","ExpressionAttributeValues":{":n":{"N":1} } """,
        "The value of N has the wrong type."
    )]
    public void A_request_that_is_not_supported_is_refused_by_name(string operation, string members, string message)
    {
        var key = operation == "Query" ? "" : $"{Key},";
        var request = $$"""{"TableName":"t",{{(members.Length == 0 ? Key : key + members)}} }""";

        var refusal = Assert.Throws<DynamoDbException>(() => _tables.Execute(operation, JsonElement.Parse(request)));

        Assert.Equal(message, refusal.Message);
        Assert.Empty(_tables.Items("t"));
    }

    [Fact]
    public void Every_change_of_an_item_is_reported_once()
    {
        var changes = new List<ItemChangedEventArgs>();
        _tables.Changed += (_, change) => changes.Add(change);
        Put(1);
        Put(1);
        Put(2);
        _tables.Execute("DeleteItem", JsonElement.Parse($$"""{"TableName":"t",{{Key}} }"""));
        _tables.Execute("DeleteItem", JsonElement.Parse($$"""{"TableName":"t",{{Key}} }"""));

        Assert.All(changes, change => Assert.Equal("t", change.Table));
        Assert.Equal(["INSERT", "MODIFY", "REMOVE"], changes.Select(change => change.Record["eventName"]!.GetValue<string>()));
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {"eventName":"MODIFY","eventSource":"aws:dynamodb","dynamodb":{"Keys":{"pk":{"S":"a"}},"SequenceNumber":"2",
                     "StreamViewType":"NEW_IMAGE","NewImage":{"pk":{"S":"a"},"n":{"N":"2"}}}}
                    """
                ),
                changes[1].Record
            ),
            changes[1].Record.ToJsonString()
        );
        Assert.False(changes[2].Record["dynamodb"]!.AsObject().ContainsKey("NewImage"));
    }

    [Theory]
    [InlineData("ALL_OLD", """{"pk":{"S":"a"},"n":{"N":"1"}}""")]
    [InlineData("NONE", null)]
    [InlineData(null, null)]
    public void A_failed_condition_reports_the_item_on_request(string? asked, string? item)
    {
        Put(1);
        var returned = asked is null ? "" : $"\"ReturnValuesOnConditionCheckFailure\":\"{asked}\",";
        var refusal = Assert.Throws<DynamoDbException>(() =>
            _tables.Execute(
                "DeleteItem",
                JsonElement.Parse($$"""{"TableName":"t",{{returned}}{{Key}},"ConditionExpression":"attribute_not_exists(n)"}""")
            )
        );

        Assert.Equal("ConditionalCheckFailedException", refusal.Code);
        Assert.Equal(item, refusal.Item?.ToJsonString());
    }

    private void Put(int number) =>
        _tables.Execute(
            "PutItem",
            JsonElement.Parse($$$"""{"TableName":"t","Item":{"pk":{"S":"a"},"n":{"N":"{{{number}}}"} } }""")
        );
}
