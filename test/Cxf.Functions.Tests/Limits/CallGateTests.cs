using Amazon.DynamoDBv2;
using Cxf.Functions.Tests.Stores;

namespace Cxf.Functions.Tests.Limits;

/// <summary>The gate on tables in memory.</summary>
public sealed class InMemoryCallGateTests : CallGateContract
{
    protected override ValueTask<(IAmazonDynamoDB Client, string Table)> CreateTableAsync() =>
        new((new TablesInMemory(TablesInMemory.Create()), TablesInMemory.Table));
}

/// <summary>The gate against a DynamoDB server process, which does not return the item that fails a condition.</summary>
public sealed class DynamoDbCallGateTests(DynaliteTables server) : CallGateContract
{
    protected override async ValueTask<(IAmazonDynamoDB Client, string Table)> CreateTableAsync() =>
        await server.CreateTableAsync();
}
