using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Testing;

[assembly: AssemblyFixture(typeof(Cxf.Functions.Tests.Stores.DynaliteTables))]

namespace Cxf.Functions.Tests.Stores;

/// <summary>
/// One server for all tests, started by the first that asks, so that a machine without Node skips tests and not classes. Every
/// test has a table of its own.
/// </summary>
public sealed class DynaliteTables : IAsyncDisposable
{
    private readonly Lazy<Task<DynaliteServer>> _dynalite = new(DynaliteServer.StartAsync);
    private AmazonDynamoDBClient? _client;
    private int _tables;

    public async Task<(IAmazonDynamoDB Client, string Table)> CreateTableAsync()
    {
        var dynalite = await _dynalite.Value;
        _client ??= new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = dynalite.Address.ToString(), AuthenticationRegion = "us-east-1" }
        );
        var table = "config-" + Interlocked.Increment(ref _tables).ToString(CultureInfo.InvariantCulture);
        await _client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = table,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
                KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            }
        );
        while ((await _client.DescribeTableAsync(table)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Yield();
        }

        return (_client, table);
    }

    public async ValueTask<IConfigurationStore> CreateStoreAsync()
    {
        var (client, table) = await CreateTableAsync();
        return new DynamoDbConfigurationStore(client, table);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_dynalite is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _dynalite.Value).DisposeAsync();
        }
    }
}
