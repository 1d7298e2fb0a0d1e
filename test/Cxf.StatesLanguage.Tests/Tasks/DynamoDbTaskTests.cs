using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.StatesLanguage.Tests.Tasks;

public sealed class DynamoDbTaskTests
{
    private const string Claim = """
        {"Claim":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Arguments":{"TableName":"runs",
           "Item":{"pk":{"S":"RUN#1"},"claimedBy":{"S":"{% $states.input.me %}"}},
           "ConditionExpression":"attribute_not_exists(pk) OR claimedBy = :me",
            "ExpressionAttributeValues":{":me":{"S":"{% $states.input.me %}"}}},
           "Catch":[{"ErrorEquals":["DynamoDB.ConditionalCheckFailedException"],"Output":"taken","Next":"End"}],
            "Output":"mine","Next":"End"},"End":{"Type":"Succeed"}}
        """;

    [Fact]
    public void A_claim_is_valid_for_the_execution_that_made_it()
    {
        var tables = new InMemoryDynamoDb();
        tables.AddTable("runs", "pk");
        using var local = new LocalService(new StepFunctionsOptions { DynamoDb = tables });
        var machine = local.Machine("Claim", Claim);

        Assert.Equal("\"mine\"", local.Run(machine, """{"me":"a"}""").Output);
        Assert.Equal("\"mine\"", local.Run(machine, """{"me":"a"}""").Output);
        Assert.Equal("\"taken\"", local.Run(machine, """{"me":"b"}""").Output);
        Assert.Equal("""{"pk":{"S":"RUN#1"},"claimedBy":{"S":"a"}}""", Assert.Single(tables.Items("runs")));
    }

    [Fact]
    public void An_update_sets_counts_and_removes()
    {
        var tables = new InMemoryDynamoDb();
        tables.AddTable("t", "pk", "sk");
        using var local = new LocalService(new StepFunctionsOptions { DynamoDb = tables });
        var machine = local.Machine(
            "Update",
            """
            {"Update":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:updateItem","Arguments":{"TableName":"t",
             "Key":{"pk":{"S":"a"},"sk":{"S":"b"}},
               "UpdateExpression":"SET #n = if_not_exists(#n, :zero) + :one, answer = :a REMOVE old ADD hits :one",
                "ExpressionAttributeNames":{"#n":"count"},
               "ExpressionAttributeValues":{":zero":{"N":"0"},":one":{"N":"1"},":a":{"S":"x"}}},"Next":"Get"},
             "Get":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Arguments":{"TableName":"t",
              "Key":{"pk":{"S":"a"},"sk":{"S":"b"}}},
               "Output":"{% $states.result.Item %}","End":true}}
            """
        );

        local.Run(machine);

        Assert.Equal(
            """{"pk":{"S":"a"},"sk":{"S":"b"},"count":{"N":"2"},"answer":{"S":"x"},"hits":{"N":"2"}}""",
            local.Run(machine).Output
        );
    }

    [Fact]
    public void A_missing_table_fails_the_task_with_the_error_of_the_service()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Get",
            """
            {"Get":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Arguments":{"TableName":"t","Key":{}},
             "End":true}}
            """
        );

        Assert.Equal("DynamoDB.ResourceNotFoundException", local.Run(machine).Error);
    }
}
