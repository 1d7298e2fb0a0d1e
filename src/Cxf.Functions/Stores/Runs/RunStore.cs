using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;

namespace Cxf.Functions.Stores.Runs;

/// <summary>
/// The runs table, read by the functions that answer callers. State machines write it; the one thing written here is the answer
/// of a machine that ended without writing one.
/// </summary>
public sealed class RunStore(IAmazonDynamoDB dynamoDb, string table)
{
    /// <summary>The record of a run, read consistently; null when nothing claimed it.</summary>
    public async ValueTask<RecordedRun?> FindAsync(TenantId tenant, string runId, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Key(tenant, runId), ConsistentRead = true }, cancellationToken);
        return answer.Item is { Count: > 0 } item
            ? new RecordedRun(
                item.TryGetValue(RunRecord.ReceivedHash, out var hash) && hash.S != RunRecord.NoHash ? hash.S : null,
                DateTimeOffset.FromUnixTimeMilliseconds((long)(double.Parse(item[RunRecord.EndsBy].N) * 1000)),
                EndingOf(item))
            : null;
    }

    /// <summary>
    /// Writes that a run failed; false when its record has an answer already, belongs to another execution or does not exist.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="runId">The run.</param>
    /// <param name="executionArn">The execution that failed.</param>
    /// <param name="failure">How.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> TryWriteFailureAsync(
        TenantId tenant, string runId, string executionArn, RunEnding.Failed failure, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = Key(tenant, runId),
                    UpdateExpression = "SET #status = :status, #error = :error, #cause = :cause",
                    ConditionExpression = "#claimedBy = :me AND attribute_not_exists(#status)",
                    ExpressionAttributeNames = new Dictionary<string, string>
                    {
                        ["#claimedBy"] = RunRecord.ClaimedBy,
                        ["#status"] = RunRecord.Status,
                        ["#error"] = RunRecord.Error,
                        ["#cause"] = RunRecord.Cause,
                    },
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                    {
                        [":me"] = new(executionArn),
                        [":status"] = new(RunRecord.Failed),
                        [":error"] = new(failure.Error),
                        [":cause"] = new(failure.Cause),
                    },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private static RunEnding? EndingOf(Dictionary<string, AttributeValue> item) =>
        !item.TryGetValue(RunRecord.Status, out var status) ? null
        : status.S == RunRecord.Succeeded ? new RunEnding.Succeeded(item[RunRecord.Output].S)
        : new RunEnding.Failed(Text(item, RunRecord.Error), Text(item, RunRecord.Cause));

    private static string Text(Dictionary<string, AttributeValue> item, string name) => item.TryGetValue(name, out var value) ? value.S ?? "" : "";

    private static Dictionary<string, AttributeValue> Key(TenantId tenant, string runId) => new()
    {
        [RunRecord.PartitionKey] = new(RunRecord.TenantPrefix + tenant),
        [RunRecord.SortKey] = new(RunRecord.RunPrefix + runId),
    };
}
