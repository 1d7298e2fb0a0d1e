using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Testing;

namespace Cxf.Local.Tests.Stores;

/// <summary>The DynamoDB store against a DynamoDB server process; every test has a table of its own.</summary>
public sealed class DynamoDbConfigurationStoreTests(DynamoDbConfigurationStoreTests.Server server)
    : ConfigurationStoreContract, IClassFixture<DynamoDbConfigurationStoreTests.Server>
{
    protected override async ValueTask<IConfigurationStore> CreateAsync() =>
        new DynamoDbConfigurationStore(server.Client, await server.CreateTableAsync());

    public sealed class Server : IAsyncLifetime
    {
        private DynaliteServer? _dynalite;
        private int _tables;

        public IAmazonDynamoDB Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _dynalite = await DynaliteServer.StartAsync();
            Client = new AmazonDynamoDBClient(
                new BasicAWSCredentials("test", "test"),
                new AmazonDynamoDBConfig { ServiceURL = _dynalite.Address.ToString(), AuthenticationRegion = "us-east-1" });
        }

        public async Task<string> CreateTableAsync()
        {
            var table = "config-" + Interlocked.Increment(ref _tables).ToString(CultureInfo.InvariantCulture);
            await Client.CreateTableAsync(new CreateTableRequest
            {
                TableName = table,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
                KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            });
            while ((await Client.DescribeTableAsync(table)).Table.TableStatus != TableStatus.ACTIVE)
            {
                await Task.Yield();
            }

            return table;
        }

        public async ValueTask DisposeAsync()
        {
            Client?.Dispose();
            if (_dynalite is not null)
            {
                await _dynalite.DisposeAsync();
            }
        }
    }
}
