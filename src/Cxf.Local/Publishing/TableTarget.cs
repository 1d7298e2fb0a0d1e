using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.Deployment;

namespace Cxf.Local.Publishing;

/// <summary>
/// A deployment on AWS, used only through its configuration table: a request is an item, which the deployment's own PublishFlow
/// executes. So the user of the command needs no right to create state machines.
/// </summary>
internal sealed class TableTarget : IPublishTarget
{
    // PublishFlow takes a second or two; a shorter interval would only read more often.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly AmazonDynamoDBClient _client;
    private readonly TimeSpan _wait;
    private readonly TimeProvider _timeProvider;

    /// <summary>Opens a deployment.</summary>
    /// <param name="endpoint">Where DynamoDB is; null for the region's.</param>
    /// <param name="region">The region; null for the one that AWS's own settings name.</param>
    /// <param name="table">The configuration table.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="wait">How long to wait for an answer.</param>
    /// <param name="timeProvider">The clock of the waiting.</param>
    public TableTarget(Uri? endpoint, string? region, string table, StageName stage, TimeSpan wait, TimeProvider timeProvider)
    {
        (Name, Stage, _wait, _timeProvider) = ($"stage {stage}, table {table}", stage, wait, timeProvider);
        ParameterStoreArguments = Arguments(endpoint, region);
        _client = Client(endpoint, region);
        Store = new DynamoDbConfigurationStore(_client, table);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public StageName Stage { get; }

    /// <inheritdoc />
    public string? ParameterStoreArguments { get; }

    /// <inheritdoc />
    public IConfigurationStore Store { get; }

    /// <inheritdoc />
    public async Task<JsonElement> AskAsync(
        TenantId tenant,
        FlowId? flow,
        JsonObject request,
        CancellationToken cancellationToken
    )
    {
        var number = await Store.PutRequestAsync(tenant, flow, request.ToJsonString(), cancellationToken);
        var start = _timeProvider.GetTimestamp();
        while (true)
        {
            if (await Store.FindOutcomeAsync(tenant, flow, cancellationToken) is { } outcome && outcome.Request >= number)
            {
                return JsonElement.Parse(outcome.Answer);
            }

            if (_timeProvider.GetElapsedTime(start) > _wait)
            {
                throw new TimeoutException(
                    $"PublishFlow did not answer within {_wait.TotalSeconds} s. It may still handle the request; "
                        + "check with cxf versions."
                );
            }

            await Task.Delay(Interval, _timeProvider, cancellationToken);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    // On this machine nobody checks credentials, but the AWS CLI demands a region.
    private static string Arguments(Uri? endpoint, string? region)
    {
        var isLocal = endpoint is { IsLoopback: true };
        var named = region ?? (isLocal ? LocalAccount.Region : null);
        return (named is null ? "" : $" --region {named}")
            + (isLocal ? $" --endpoint-url {endpoint!.ToString().TrimEnd('/')} --no-sign-request" : "");
    }

    private static AmazonDynamoDBClient Client(Uri? endpoint, string? region) =>
        endpoint is { IsLoopback: true }
            ? LocalClients.DynamoDb(endpoint)
            : new AmazonDynamoDBClient(new AmazonDynamoDBConfig().At(region, endpoint));
}
