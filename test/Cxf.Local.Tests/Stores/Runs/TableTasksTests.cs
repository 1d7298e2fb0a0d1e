using System.Text.Json;
using Cxf.Local.Tables;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Local.Tests.Stores.Runs;

/// <summary>The DynamoDB tasks of local state machines, which put claims where functions find them.</summary>
public sealed class TableTasksTests
{
    private const string Claim = """
        {"TableName":"runs","Item":{"pk":{"S":"a"},"sk":{"S":"b"},"claimedBy":{"S":"CLAIMANT"}},
         "ConditionExpression":"attribute_not_exists(pk) OR claimedBy = :me","ExpressionAttributeValues":{":me":{"S":"CLAIMANT"}}}
        """;

    [Fact]
    public async Task A_claim_holds_for_the_one_who_made_it()
    {
        await using var tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        using var tasks = new TableTasks(tables.Address);
        Assert.Equal("{}", (await RunAsync(tasks, "putItem", Claim)).ToString());
        Assert.Equal("{}", (await RunAsync(tasks, "putItem", Claim)).ToString());
        var refused = await Assert.ThrowsAsync<TaskServiceException>(async () => await RunAsync(tasks, "putItem", Claim.Replace("CLAIMANT", "other")));
        Assert.Equal("DynamoDB.ConditionalCheckFailedException", refused.Error);
    }

    [Fact]
    public async Task A_request_that_the_service_does_not_understand_has_the_name_of_its_client()
    {
        await using var tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        using var tasks = new TableTasks(tables.Address);
        var refused = await Assert.ThrowsAsync<TaskServiceException>(async () => await RunAsync(tasks, "putItem", """{"TableName":"runs","Item":{}}"""));
        Assert.Equal("DynamoDB.AmazonDynamoDBException", refused.Error);
    }

    [Fact]
    public async Task Tables_that_do_not_answer_are_an_error_that_can_be_tried_again()
    {
        var tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        using var tasks = new TableTasks(tables.Address);
        await tables.DisposeAsync();
        var failed = await Assert.ThrowsAsync<TaskServiceException>(async () => await RunAsync(tasks, "getItem", "{}"));
        Assert.Equal("DynamoDB.SdkClientException", failed.Error);
    }

    private static ValueTask<StatesLanguage.Data.Payload> RunAsync(TableTasks tasks, string action, string parameters) =>
        tasks.RunAsync(action, JsonElement.Parse(parameters), TestContext.Current.CancellationToken);
}
