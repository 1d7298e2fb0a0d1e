using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Local.Tests.Emulators.StepFunctions;

/// <summary>What Task states can expect of DynamoDB, whether its tables are in memory or behind an endpoint.</summary>
public abstract class DynamoDbTasksContract : IAsyncDisposable
{
    private const string Key = """{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#1"}}""";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private IDynamoDbTasks? _tasks;
    private string _table = "";

    /// <summary>A new table with the key pk, sk.</summary>
    protected abstract ValueTask<(IDynamoDbTasks Tasks, string Table)> CreateAsync();

    public ValueTask DisposeAsync()
    {
        (_tasks as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_item_can_be_read_completely_or_in_part()
    {
        await AskAsync(
            "putItem",
            """{"Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#1"},"n":{"N":"1"},"m":{"M":{"a":{"S":"x"}}}}}"""
        );

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """{"Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#1"},"n":{"N":"1"},"m":{"M":{"a":{"S":"x"}}}}}"""
                ),
                JsonNode.Parse(await AskAsync("getItem", $$"""{"Key":{{Key}},"ConsistentRead":true}"""))
            )
        );
        Assert.Equal(
            """{"Item":{"n":{"N":"1"}}}""",
            await AskAsync(
                "getItem",
                $$"""{"Key":{{Key}},"ProjectionExpression":"#n, nowhere","ExpressionAttributeNames":{"#n":"n"} }"""
            )
        );
    }

    [Fact]
    public async Task A_missing_item_is_not_returned() => Assert.Equal("{}", await AskAsync("getItem", $$"""{"Key":{{Key}} }"""));

    [Fact]
    public async Task A_put_returns_the_replaced_item_on_request()
    {
        await AskAsync("putItem", Item("\"n\":{\"N\":\"1\"}"));

        Assert.Equal("{}", await AskAsync("putItem", Item("\"n\":{\"N\":\"2\"}")));
        var replaced = JsonNode.Parse(await AskAsync("putItem", Item("\"n\":{\"N\":\"3\"}", "\"ReturnValues\":\"ALL_OLD\"")));
        Assert.Equal("2", replaced!["Attributes"]!["n"]!["N"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_deleted_item_does_not_exist()
    {
        await AskAsync("putItem", Item("\"n\":{\"N\":\"1\"}"));

        Assert.Equal("{}", await AskAsync("deleteItem", $$"""{"Key":{{Key}} }"""));
        Assert.Equal("{}", await AskAsync("getItem", $$"""{"Key":{{Key}} }"""));
    }

    [Theory]
    [InlineData("SET n = n + :one", """{"n":{"N":"6"}}""")]
    [InlineData("SET n = if_not_exists(n, :zero) - :one", """{"n":{"N":"4"}}""")]
    [InlineData("SET fresh = if_not_exists(fresh, :zero) + :one", """{"fresh":{"N":"1"}}""")]
    [InlineData("SET #l = list_append(#l, :more)", """{"list":{"L":[{"S":"a"},{"S":"b"}]}}""")]
    [InlineData("SET m.a = :more", """{"m":{"M":{"a":{"L":[{"S":"b"}]}}}}""")]
    [InlineData("ADD n :one", """{"n":{"N":"6"}}""")]
    [InlineData("SET n = :one REMOVE s", """{"n":{"N":"1"}}""")]
    public async Task An_update_changes_what_its_expression_says(string expression, string changed)
    {
        await AskAsync(
            "putItem",
            Item(
                """
                "n":{"N":"5"},"s":{"S":"abc"},"list":{"L":[{"S":"a"}]},"m":{"M":{"a":{"S":"x"}}}
                """
            )
        );

        var answer = await AskAsync(
            "updateItem",
            $$"""{"Key":{{Key}},"ReturnValues":"UPDATED_NEW",{{Expression("UpdateExpression", expression)}} }"""
        );

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(changed), JsonNode.Parse(answer)!["Attributes"]), answer);
    }

    [Theory]
    [InlineData("ALL_NEW", """{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#1"},"n":{"N":"1"}}""")]
    [InlineData("ALL_OLD", null)]
    [InlineData("UPDATED_OLD", null)]
    [InlineData("NONE", null)]
    public async Task An_update_makes_the_item_that_is_not_there(string asked, string? attributes)
    {
        var answer = await AskAsync(
            "updateItem",
            $$"""{"Key":{{Key}},"ReturnValues":"{{asked}}",{{Expression("UpdateExpression", "SET n = :one")}} }"""
        );

        Assert.True(
            JsonNode.DeepEquals(attributes is null ? null : JsonNode.Parse(attributes), JsonNode.Parse(answer)!["Attributes"]),
            answer
        );
    }

    [Theory]
    [InlineData("attribute_exists(pk)", true)]
    [InlineData("attribute_not_exists(pk)", false)]
    [InlineData("attribute_not_exists(pk) OR s = :text", true)]
    [InlineData("n = :five AND s <> :one", true)]
    [InlineData("n < :five", false)]
    [InlineData("n <= :five and n >= :one", true)]
    [InlineData("n BETWEEN :one AND :five", true)]
    [InlineData("nowhere BETWEEN :one AND :five", false)]
    [InlineData("n IN (:zero, :five)", true)]
    [InlineData("n IN (:zero, :one)", false)]
    [InlineData("begins_with(s, :start)", true)]
    [InlineData("begins_with(nowhere, :start)", false)]
    [InlineData("contains(s, :start)", true)]
    [InlineData("NOT (s = :text OR n = :one)", false)]
    [InlineData("size(s) < :five AND size(s) > :one", true)]
    [InlineData("size(m) < :one", false)]
    [InlineData("size(m) <= :one", true)]
    [InlineData("size(#l) = :one", true)]
    [InlineData("size(n) < :five", false)]
    [InlineData("size(nowhere) < :five", false)]
    [InlineData(":five > size(nowhere) OR :zero < size(m)", true)]
    public async Task A_condition_decides_whether_an_item_is_replaced(string condition, bool holds)
    {
        await AskAsync(
            "putItem",
            Item(
                """
                "n":{"N":"5"},"s":{"S":"abc"},"list":{"L":[{"S":"a"}]},"m":{"M":{"a":{"S":"x"}}}
                """
            )
        );

        var replaced = await RefusalAsync("putItem", Item("\"n\":{\"N\":\"6\"}", Expression("ConditionExpression", condition)));

        Assert.Equal(holds ? null : "DynamoDB.ConditionalCheckFailedException", replaced?.Error);
    }

    [Fact]
    public async Task A_failed_condition_has_the_message_of_Step_Functions()
    {
        var refusal = await RefusalAsync(
            "putItem",
            Item("\"n\":{\"N\":\"1\"}", "\"ConditionExpression\":\"attribute_exists(pk)\"")
        );

        Assert.Matches(
            @"^The conditional request failed \(Service: AmazonDynamoDBv2; Status Code: 400; Error Code: "
                + @"ConditionalCheckFailedException; Request ID: [0-9A-Za-z-]+; Proxy: null\)$",
            refusal!.Cause
        );
    }

    [Theory]
    [InlineData(
        "putItem",
        """{"Item":{"pk":{"S":"a"}}}""",
        "One or more parameter values were invalid: Missing the key sk in the item"
    )]
    [InlineData("getItem", """{"Key":{"pk":{"S":"a"}}}""", "The provided key element does not match the schema")]
    [InlineData(
        "getItem",
        """{"Key":{"pk":{"S":"a"},"sk":{"S":"b"},"n":{"N":"1"}}}""",
        "The provided key element does not match the schema"
    )]
    [InlineData(
        "putItem",
        """
            {"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"ConditionExpression":"attribute_exists(pk)",
             "ExpressionAttributeValues":{":x":{"S":"x"}}}
            """,
        "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}"
    )]
    [InlineData(
        "putItem",
        """
            {"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"ConditionExpression":"attribute_exists(pk)",
             "ExpressionAttributeNames":{"#x":"x"}}
            """,
        "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}"
    )]
    public async Task A_request_that_DynamoDB_cannot_take_is_an_error_of_its_client(
        string action,
        string parameters,
        string message
    )
    {
        var refusal = await RefusalAsync(action, parameters);

        Assert.Equal("DynamoDB.AmazonDynamoDBException", refusal?.Error);
        Assert.StartsWith(
            $"{message} (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException;",
            refusal?.Cause,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("no-such-table", "DynamoDB.ResourceNotFoundException", "Requested resource not found")]
    [InlineData(
        "/invalid",
        "DynamoDB.AmazonDynamoDBException",
        "1 validation error detected: Value '/invalid' at 'tableName' failed to satisfy constraint: Member must "
            + "satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
    )]
    public async Task A_table_that_is_not_there_or_cannot_be_is_an_error(string table, string error, string message)
    {
        (_tasks, _table) = await CreateAsync();
        _table = table;

        var refusal = await RefusalAsync("getItem", $$"""{"Key":{{Key}} }""");

        Assert.Equal(error, refusal?.Error);
        Assert.StartsWith(
            $"{message} (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ",
            refusal?.Cause,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_state_machine_claims_its_run_once()
    {
        (_tasks, _table) = await CreateAsync();
        using var service = new StepFunctionsService(new StepFunctionsOptions { DynamoDb = _tasks });
        var machine = service
            .CreateStateMachine(
                new CreateStateMachineRequest(
                    "claim",
                    $$$$"""
                    {"QueryLanguage":"JSONata","StartAt":"Claim","States":{
                      "Claim":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem",
                       "Arguments":{"TableName":"{{{{_table}}}}",
                        "Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#1"},
                         "claimedBy":{"S":"{% $states.context.Execution.Name %}"}},
                        "ConditionExpression":"attribute_not_exists(pk) OR claimedBy = :me",
                         "ExpressionAttributeValues":{":me":{"S":"{% $states.context.Execution.Name %}"}}},
                        "Catch":[{"ErrorEquals":["DynamoDB.ConditionalCheckFailedException"],"Next":"Read"}],"Output":"mine",
                         "Next":"Done"},
                      "Read":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem",
                       "Arguments":{"TableName":"{{{{_table}}}}","Key":{{{{Key}}}},"ConsistentRead":true},
                        "Output":"{% 'taken by ' & $states.result.Item.claimedBy.S %}","Next":"Done"},
                      "Done":{"Type":"Succeed"} } }
                    """,
                    "arn:aws:iam::111111111111:role/r"
                )
            )
            .StateMachineArn;

        Assert.Equal("\"mine\"", await RunAsync("first"));
        Assert.Equal("\"taken by first\"", await RunAsync("second"));

        async Task<string?> RunAsync(string name)
        {
            var arn = service.StartExecution(new StartExecutionRequest(machine, name)).ExecutionArn;
            await service.WhenEnded(arn, Cancel);
            return service.ViewOf(arn).Output;
        }
    }

    private static string Item(string attributes, string? more = null) =>
        $$"""{"Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#1"},{{attributes}} }{{(more is null ? "" : "," + more)}} }""";

    /// <summary>An expression with those of the placeholders that it uses, for DynamoDB refuses the others.</summary>
    private static string Expression(string field, string expression)
    {
        (string Name, string Value)[] values =
        [
            (":zero", """{"N":"0"}"""),
            (":one", """{"N":"1"}"""),
            (":five", """{"N":"5.0"}"""),
            (":text", """{"S":"abc"}"""),
            (":start", """{"S":"ab"}"""),
            (":more", """{"L":[{"S":"b"}]}"""),
        ];
        var used = values
            .Where(value => expression.Contains(value.Name, StringComparison.Ordinal))
            .Select(static value => $"\"{value.Name}\":{value.Value}")
            .ToList();
        return $"\"{field}\":\"{expression}\""
            + (used.Count > 0 ? $",\"ExpressionAttributeValues\":{{{string.Join(',', used)}}}" : "")
            + (expression.Contains("#l", StringComparison.Ordinal) ? ",\"ExpressionAttributeNames\":{\"#l\":\"list\"}" : "");
    }

    private async Task<string> AskAsync(string action, string parameters)
    {
        if (_tasks is null)
        {
            (_tasks, _table) = await CreateAsync();
        }

        var request = JsonNode.Parse(parameters)!.AsObject();
        request["TableName"] = _table;
        return (await _tasks.RunAsync(action, JsonElement.Parse(request.ToJsonString()), Cancel)).ToString();
    }

    private async Task<TaskServiceException?> RefusalAsync(string action, string parameters)
    {
        try
        {
            await AskAsync(action, parameters);
            return null;
        }
        catch (TaskServiceException refusal)
        {
            return refusal;
        }
    }
}
