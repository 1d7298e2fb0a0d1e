using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Cxf.Functions.Tests.Stores.Runs;
using Cxf.Local.Emulators.Tables;

namespace Cxf.Local.Tests.Emulators.Tables;

/// <summary>The runs store against the local tables.</summary>
public sealed class LocalTablesRunStoreTests : RunStoreContract, IAsyncLifetime
{
    private TablesEndpoint? _tables;

    public async ValueTask InitializeAsync() =>
        _tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _tables!.DisposeAsync();

    protected override ValueTask<(IAmazonDynamoDB Client, string Table)> CreateTableAsync() =>
        ValueTask.FromResult<(IAmazonDynamoDB, string)>(
            (
                new AmazonDynamoDBClient(
                    new BasicAWSCredentials("test", "test"),
                    new AmazonDynamoDBConfig { ServiceURL = _tables!.Address.ToString(), AuthenticationRegion = "us-east-1" }
                ),
                "runs"
            )
        );
}
