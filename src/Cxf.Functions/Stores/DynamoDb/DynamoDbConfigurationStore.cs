using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>The configuration table. Every write is one item with one condition: there are no transactions to lose.</summary>
public sealed class DynamoDbConfigurationStore(IAmazonDynamoDB dynamoDb, string table) : IConfigurationStore
{
    private const string Document = "document";
    private const string Revision = "revision";
    private const string Version = "version";
    private const string ContentHash = "contentHash";
    private const string Tenants = "tenants";

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<TenantId>> FindTenantsAsync(string instanceArn, CancellationToken cancellationToken)
    {
        var item = await FindAsync(ConfigurationKeys.Instance(instanceArn), cancellationToken);
        return item is null ? [] : [.. item[Tenants].SS.Select(TenantId.Parse)];
    }

    /// <inheritdoc />
    public async ValueTask PutTenantsAsync(string instanceArn, IReadOnlyCollection<TenantId> tenants, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Instance(instanceArn);
        if (tenants.Count == 0)
        {
            // A string set cannot be empty; an instance without tenants is an unknown one.
            await dynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = item }, cancellationToken);
            return;
        }

        item[Tenants] = new AttributeValue { SS = [.. tenants.Select(tenant => tenant.Value)] };
        await dynamoDb.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<string?> FindConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken) =>
        (await FindAsync(ConfigurationKeys.Connection(tenant, connection), cancellationToken))?[Document].S;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var connections = new Dictionary<ConnectionId, string>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var page = await dynamoDb.QueryAsync(
                new QueryRequest
                {
                    TableName = table,
                    KeyConditionExpression = $"{ConfigurationKeys.Partition} = :tenant AND begins_with({ConfigurationKeys.Sort}, :connections)",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                    {
                        [":tenant"] = new(ConfigurationKeys.Tenant(tenant)),
                        [":connections"] = new(ConfigurationKeys.ConnectionPrefix),
                    },
                    ConsistentRead = true,
                    ExclusiveStartKey = from,
                },
                cancellationToken);
            foreach (var item in page.Items ?? [])
            {
                connections[ConnectionId.Parse(item[ConfigurationKeys.Sort].S[ConfigurationKeys.ConnectionPrefix.Length..])] = item[Document].S;
            }

            from = page.LastEvaluatedKey;
        }
        while (from is { Count: > 0 });

        return connections;
    }

    /// <inheritdoc />
    public async ValueTask PutConnectionAsync(TenantId tenant, ConnectionId connection, string document, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Connection(tenant, connection);
        item[Document] = new AttributeValue(document);
        await dynamoDb.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await FindAsync(ConfigurationKeys.Draft(tenant, flow), cancellationToken) is { } item
            ? new FlowDraft(flow, item[Document].S, Number(item, Revision))
            : null;

    /// <inheritdoc />
    public async ValueTask<FlowDraft> PutDraftAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = ConfigurationKeys.Draft(tenant, flow),
                UpdateExpression = "SET #document = :document ADD #revision :one",
                ExpressionAttributeNames = new Dictionary<string, string> { ["#document"] = Document, ["#revision"] = Revision },
                ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                {
                    [":document"] = new(document),
                    [":one"] = new() { N = "1" },
                },
                ReturnValues = ReturnValue.ALL_NEW,
            },
            cancellationToken);
        return new FlowDraft(flow, document, Number(answer.Attributes, Revision));
    }

    /// <inheritdoc />
    public async ValueTask<FlowVersion?> FindVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken) =>
        await FindAsync(ConfigurationKeys.Version(tenant, flow, version), cancellationToken) is { } item
            ? new FlowVersion(flow, version, item[Document].S, item[ContentHash].S)
            : null;

    /// <inheritdoc />
    public ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Version(tenant, version.Flow, version.Version);
        item[Document] = new AttributeValue(version.Document);
        item[ContentHash] = new AttributeValue(version.ContentHash);
        return TryPutAsync(item, $"attribute_not_exists({ConfigurationKeys.Partition})", [], cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await FindAsync(ConfigurationKeys.Live(tenant, flow), cancellationToken) is { } item
            ? new LiveFlow(
                flow,
                Number(item, Version),
                item[ContentHash].S,
                item["aliasArn"].S,
                Enum.Parse<StateMachineType>(item["type"].S),
                item["inputContract"].S,
                [.. item["contactFields"].L.Select(field => Enum.Parse<ContactField>(field.S))])
            {
                // Items of earlier versions have neither.
                ClaimsRuns = item.TryGetValue("claimsRuns", out var claims) && claims.BOOL == true,
                TimeoutSeconds = item.ContainsKey("timeoutSeconds") ? Number(item, "timeoutSeconds") : 0,
            }
            : null;

    /// <inheritdoc />
    public ValueTask<bool> TryPutLiveAsync(TenantId tenant, LiveFlow live, int? replacing, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Live(tenant, live.Flow);
        item[Version] = new AttributeValue { N = live.Version.ToString() };
        item[ContentHash] = new AttributeValue(live.ContentHash);
        item["aliasArn"] = new AttributeValue(live.AliasArn);
        item["type"] = new AttributeValue(live.Type.ToString());
        item["inputContract"] = new AttributeValue(live.InputContract);
        item["contactFields"] = new AttributeValue { L = [.. live.ContactFields.Select(field => new AttributeValue(field.ToString()))], IsLSet = true };
        item["claimsRuns"] = new AttributeValue { BOOL = live.ClaimsRuns };
        item["timeoutSeconds"] = new AttributeValue { N = live.TimeoutSeconds.ToString() };
        return replacing is { } before
            ? TryPutAsync(item, "#version = :before", new() { [":before"] = new() { N = before.ToString() } }, cancellationToken)
            : TryPutAsync(item, $"attribute_not_exists({ConfigurationKeys.Partition})", [], cancellationToken);
    }

    private async ValueTask<Dictionary<string, AttributeValue>?> FindAsync(Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.GetItemAsync(new GetItemRequest { TableName = table, Key = key, ConsistentRead = true }, cancellationToken);
        return answer.Item is { Count: > 0 } item ? item : null;
    }

    private async ValueTask<bool> TryPutAsync(
        Dictionary<string, AttributeValue> item, string condition, Dictionary<string, AttributeValue> values, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = item,
                    ConditionExpression = condition,
                    ExpressionAttributeNames = condition.Contains("#version") ? new() { ["#version"] = Version } : null,
                    ExpressionAttributeValues = values.Count == 0 ? null : values,
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private static int Number(Dictionary<string, AttributeValue> item, string name) => int.Parse(item[name].N);
}
