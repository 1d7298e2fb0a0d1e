using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>
/// The operations that the store uses: each reads or writes one item, reads are consistent, and a failed condition is a value. In
/// expressions, <c>#name</c> represents the attribute <c>name</c>, because many plain names are reserved words of DynamoDB.
/// </summary>
internal sealed partial class ConfigurationTable(IAmazonDynamoDB dynamoDb, string table)
{
    public const string IsNew = $"attribute_not_exists({ConfigurationKeys.Partition})";
    public const string Exists = $"attribute_exists({ConfigurationKeys.Partition})";

    public async ValueTask<Item?> FindAsync(Item key, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = key,
                ConsistentRead = true,
            },
            cancellationToken
        );
        return answer.Item is { Count: > 0 } item ? item : null;
    }

    public async ValueTask<bool> TryPutAsync(Item item, string? condition, Item? values, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = item,
                    ConditionExpression = condition,
                    ExpressionAttributeNames = Names(condition),
                    ExpressionAttributeValues = values,
                },
                cancellationToken
            );
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>The item as it is afterwards, or null when the condition failed.</summary>
    public async ValueTask<Item?> TryUpdateAsync(
        Item key,
        string update,
        string? condition,
        Item values,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = key,
                    UpdateExpression = update,
                    ConditionExpression = condition,
                    ExpressionAttributeNames = Names(update + condition),
                    ExpressionAttributeValues = values,
                    ReturnValues = ReturnValue.ALL_NEW,
                },
                cancellationToken
            );
            return answer.Attributes;
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    public async ValueTask DeleteAsync(Item key, CancellationToken cancellationToken) =>
        await dynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = key }, cancellationToken);

    /// <summary>The items of a partition whose sort keys begin with a text, ordered by key.</summary>
    /// <param name="partition">The partition key.</param>
    /// <param name="prefix">How the sort keys begin.</param>
    /// <param name="projection">The attributes wanted; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<Item> QueryAsync(
        string partition,
        string prefix,
        string? projection,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Item? from = null;
        do
        {
            var page = await dynamoDb.QueryAsync(
                new QueryRequest
                {
                    TableName = table,
                    KeyConditionExpression =
                        $"{ConfigurationKeys.Partition} = :partition AND begins_with({ConfigurationKeys.Sort}, :prefix)",
                    ProjectionExpression = projection,
                    ExpressionAttributeNames = Names(projection),
                    ExpressionAttributeValues = new() { [":partition"] = new(partition), [":prefix"] = new(prefix) },
                    ConsistentRead = true,
                    ExclusiveStartKey = from,
                },
                cancellationToken
            );
            foreach (var item in page.Items ?? [])
            {
                yield return item;
            }

            from = page.LastEvaluatedKey;
        } while (from is { Count: > 0 });
    }

    private static Dictionary<string, string>? Names(string? expression)
    {
        var names = Name()
            .Matches(expression ?? "")
            .Select(match => match.Value)
            .Distinct()
            .ToDictionary(name => name, name => name[1..]);
        return names.Count == 0 ? null : names;
    }

    [GeneratedRegex("#[A-Za-z]+")]
    private static partial Regex Name();
}
