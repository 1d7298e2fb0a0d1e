using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Functions.Tests.Stores;
using Cxf.Local.Emulators.Tables;

namespace Cxf.Local.Tests.Emulators.Tables;

/// <summary>
/// The DynamoDB store against the local tables: for the product they are as good as the server that other tests run.
/// </summary>
public sealed class LocalTablesStoreTests : ConfigurationStoreContract, IAsyncLifetime
{
    private TablesEndpoint? _tables;

    public async ValueTask InitializeAsync() =>
        _tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _tables!.DisposeAsync();

    protected override ValueTask<IConfigurationStore> CreateAsync() =>
        ValueTask.FromResult<IConfigurationStore>(
            new DynamoDbConfigurationStore(
                new AmazonDynamoDBClient(
                    new BasicAWSCredentials("test", "test"),
                    new AmazonDynamoDBConfig { ServiceURL = _tables!.Address.ToString(), AuthenticationRegion = "us-east-1" }
                ),
                "config"
            )
        );
}
