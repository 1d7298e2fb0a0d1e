using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;

namespace Cxf.Functions.Stores.Runs;

/// <summary>
/// The runs table, read by the functions that answer callers. State machines write it. The functions write only the answer of a
/// machine that ended without writing one, and remove the records of a deleted tenant.
/// </summary>
public sealed class RunStore(IAmazonDynamoDB dynamoDb, string table)
{
    private const int DeletedAtOnce = 16;

    /// <summary>The record of a run, read consistently; null if the run was not claimed.</summary>
    public async ValueTask<RecordedRun?> FindAsync(
        TenantId tenant,
        int generation,
        string runId,
        CancellationToken cancellationToken
    )
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = Key(tenant, generation, runId),
                ConsistentRead = true,
            },
            cancellationToken
        );
        return answer.Item is { Count: > 0 } item
            ? new RecordedRun(
                item.TryGetValue(RunRecord.ReceivedHash, out var hash) && hash.S != RunRecord.NoHash ? hash.S : null,
                DateTimeOffset.FromUnixTimeMilliseconds((long)(double.Parse(item[RunRecord.EndsBy].N) * 1000)),
                EndingOf(item)
            )
            : null;
    }

    /// <summary>
    /// Writes how a run ended; false if its record belongs to another execution or does not exist. A failure never replaces an
    /// existing answer. A success does, so that later requests get the same answer as the caller.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="generation">The tenant's generation.</param>
    /// <param name="runId">The run.</param>
    /// <param name="executionArn">The execution that ended.</param>
    /// <param name="ending">How.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async ValueTask<bool> TryWriteAsync(
        TenantId tenant,
        int generation,
        string runId,
        string executionArn,
        RunEnding ending,
        CancellationToken cancellationToken
    )
    {
        (string Name, string Value)[] attributes = ending switch
        {
            RunEnding.Succeeded succeeded => [(RunRecord.Status, RunRecord.Succeeded), (RunRecord.Output, succeeded.Output)],
            RunEnding.Failed failed =>
            [
                (RunRecord.Status, RunRecord.Failed),
                (RunRecord.Error, failed.Error),
                (RunRecord.Cause, failed.Cause),
            ],
            _ => throw new ArgumentException($"An ending of type {ending.GetType().Name} cannot be recorded.", nameof(ending)),
        };
        try
        {
            await dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = Key(tenant, generation, runId),
                    UpdateExpression = "SET " + string.Join(", ", attributes.Select(one => $"#{one.Name} = :{one.Name}")),
                    ConditionExpression =
                        $"#{RunRecord.ClaimedBy} = :me"
                        + (ending is RunEnding.Failed ? $" AND attribute_not_exists(#{RunRecord.Status})" : ""),
                    ExpressionAttributeNames = attributes
                        .Select(one => one.Name)
                        .Append(RunRecord.ClaimedBy)
                        .ToDictionary(name => $"#{name}"),
                    ExpressionAttributeValues = attributes
                        .Append((Name: "me", Value: executionArn))
                        .ToDictionary(one => $":{one.Name}", one => new AttributeValue(one.Value)),
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

    /// <summary>
    /// Removes every record and every stored answer of one generation of a tenant, until the token is canceled.
    /// </summary>
    public async ValueTask DeleteAllAsync(TenantId tenant, int generation, CancellationToken cancellationToken)
    {
        await DeletePartitionAsync(AnswerStore.PartitionOf(tenant, generation), cancellationToken);
        await DeletePartitionAsync(RunRecord.PartitionOf(tenant, generation), cancellationToken);
    }

    private async ValueTask DeletePartitionAsync(string partition, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{RunRecord.PartitionKey} = :partition",
            ExpressionAttributeValues = new() { [":partition"] = new(partition) },
            ProjectionExpression = $"{RunRecord.PartitionKey}, {RunRecord.SortKey}",
        };
        do
        {
            var page = await dynamoDb.QueryAsync(request, cancellationToken);
            await Parallel.ForEachAsync(
                page.Items ?? [],
                new ParallelOptions { MaxDegreeOfParallelism = DeletedAtOnce, CancellationToken = cancellationToken },
                async (key, token) =>
                    await dynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = key }, token)
            );
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        } while (request.ExclusiveStartKey is { Count: > 0 });
    }

    private static RunEnding? EndingOf(Dictionary<string, AttributeValue> item) =>
        !item.TryGetValue(RunRecord.Status, out var status) ? null
        : status.S == RunRecord.Succeeded ? new RunEnding.Succeeded(item[RunRecord.Output].S)
        : new RunEnding.Failed(Text(item, RunRecord.Error), Text(item, RunRecord.Cause));

    private static string Text(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S ?? "" : "";

    private static Dictionary<string, AttributeValue> Key(TenantId tenant, int generation, string runId) =>
        new()
        {
            [RunRecord.PartitionKey] = new(RunRecord.PartitionOf(tenant, generation)),
            [RunRecord.SortKey] = new(RunRecord.RunPrefix + runId),
        };
}
