using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.LastAnswers;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Stores.Runs;

/// <summary>
/// The last good answers of calls, in the table of runs: in partitions of their own, so that CallApi's role reaches no run.
/// </summary>
public sealed class AnswerStore(IAmazonDynamoDB dynamoDb, string table, ILogger logger) : IAnswerStore
{
    private const string AnswerPrefix = "ANSWER#";
    private const string Answer = "answer";
    private const string StoredAt = "storedAt";

    /// <summary>The partition of a tenant's answers.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="generation">How many tenants of that ID were deleted before.</param>
    public static string PartitionOf(TenantId tenant, int generation) =>
        generation == 0 ? $"ANSWERS#{tenant}" : $"ANSWERS#{tenant}#{generation}";

    /// <inheritdoc />
    public async ValueTask<StoredAnswer?> FindAsync(AnswerKey key, CancellationToken cancellationToken)
    {
        try
        {
            var found = await dynamoDb.GetItemAsync(
                new GetItemRequest { TableName = table, Key = KeyOf(key) },
                cancellationToken
            );
            return found.Item is { Count: > 0 } item
                ? new StoredAnswer(
                    item[Answer].S,
                    DateTimeOffset.FromUnixTimeSeconds(long.Parse(item[StoredAt].N, CultureInfo.InvariantCulture))
                )
                : null;
        }
        catch (Exception exception)
        {
            Note(key, exception);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask KeepAsync(
        AnswerKey key,
        StoredAnswer answer,
        DateTimeOffset replacedBefore,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    )
    {
        var item = KeyOf(key);
        item[Answer] = new(answer.Json);
        item[StoredAt] = Number(answer.StoredAt);
        item[RunRecord.ExpiresAt] = Number(expiresAt);
        try
        {
            await dynamoDb.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = item,
                    ConditionExpression = $"attribute_not_exists({RunRecord.PartitionKey}) OR {StoredAt} <= :before",
                    ExpressionAttributeValues = new() { [":before"] = Number(replacedBefore) },
                },
                cancellationToken
            );
        }
        catch (ConditionalCheckFailedException)
        {
            // Another process has stored one that is new enough.
        }
        catch (Exception exception)
        {
            Note(key, exception);
            throw;
        }
    }

    private static Dictionary<string, AttributeValue> KeyOf(AnswerKey key) =>
        new()
        {
            [RunRecord.PartitionKey] = new(PartitionOf(key.Tenant, key.Generation)),
            [RunRecord.SortKey] = new(AnswerPrefix + key.Hash),
        };

    private static AttributeValue Number(DateTimeOffset time) =>
        new() { N = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };

    private void Note(AnswerKey key, Exception exception)
    {
        var (type, code, id) = FailureFacts.Of(exception);
        logger.AnswersUnreachable(key.Tenant.Value, type, code, id);
    }
}
