using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.Stores.DynamoDb;

/// <summary>The DynamoDB store against a DynamoDB server process; every test has a table of its own.</summary>
public sealed class DynamoDbConfigurationStoreTests(DynaliteTables tables) : ConfigurationStoreContract
{
    protected override ValueTask<IConfigurationStore> CreateAsync() => tables.CreateStoreAsync();
}
