using System.Text.Json;
using Amazon.DynamoDBv2;
using Cxf.Functions.Tests.Stores;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Cxf.Testing;

namespace Cxf.Local.Tests.Emulators.StepFunctions;

/// <summary>Tasks against a DynamoDB server process; every test has a table of its own.</summary>
public sealed class DynamoDbEndpointTasksTests(DynaliteTables server) : DynamoDbTasksContract
{
    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_of_the_client()
    {
        using var closed = new ClosedPort();
        using var tasks = new DynamoDbEndpointTasks(closed.Address);

        var error = await Assert.ThrowsAsync<TaskServiceException>(async () =>
            await tasks.RunAsync(
                "getItem",
                JsonElement.Parse("""{"TableName":"t","Key":{"pk":{"S":"a"}}}"""),
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("DynamoDB.SdkClientException", error.Error);
    }

    [Fact]
    public async Task The_tables_of_cxf_start_are_claimed_once()
    {
        await using var tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        using var tasks = new DynamoDbEndpointTasks(tables.Address);

        await ClaimAsync("first");
        await ClaimAsync("first");
        var refusal = await Assert.ThrowsAsync<TaskServiceException>(() => ClaimAsync("second"));

        Assert.Equal("DynamoDB.ConditionalCheckFailedException", refusal.Error);

        async Task ClaimAsync(string claimant) =>
            await tasks.RunAsync(
                "putItem",
                JsonElement.Parse(
                    $$$$"""
                    {"TableName":"runs","Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#1"},"claimedBy":{"S":"{{{{claimant}}}}"}},
                     "ConditionExpression":"attribute_not_exists(pk) OR claimedBy = :me",
                      "ExpressionAttributeValues":{":me":{"S":"{{{{claimant}}}}"}}}
                    """
                ),
                TestContext.Current.CancellationToken
            );
    }

    protected override async ValueTask<(IDynamoDbTasks Tasks, string Table)> CreateAsync()
    {
        var (client, table) = await server.CreateTableAsync();
        return (new DynamoDbEndpointTasks(new Uri(((AmazonDynamoDBClient)client).Config.ServiceURL)), table);
    }
}
