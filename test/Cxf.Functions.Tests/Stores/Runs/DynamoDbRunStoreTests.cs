using Amazon.DynamoDBv2;

namespace Cxf.Functions.Tests.Stores.Runs;

/// <summary>The runs store against a DynamoDB server process; every test has a table of its own.</summary>
public sealed class DynamoDbRunStoreTests(DynaliteTables server) : RunStoreContract
{
    protected override async ValueTask<(IAmazonDynamoDB Client, string Table)> CreateTableAsync() =>
        await server.CreateTableAsync();
}
