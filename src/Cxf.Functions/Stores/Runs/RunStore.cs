using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Compiling;

namespace Cxf.Functions.Stores.Runs;

/// <summary>
/// The runs table, read by the functions that answer callers. State machines write it; the one thing written here is the answer
/// of a machine that ended without having written one.
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
    /// Writes how a run ended; false when its record belongs to another execution or does not exist. A failure never replaces an answer
    /// that is there; a success does, so that whoever asks later hears what the caller heard.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="runId">The run.</param>
    /// <param name="executionArn">The execution that ended.</param>
    /// <param name="ending">How.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> TryWriteAsync(
        TenantId tenant, string runId, string executionArn, RunEnding ending, CancellationToken cancellationToken)
    {
        (string Name, string Value)[] attributes = ending switch
        {
            RunEnding.Succeeded succeeded => [(RunRecord.Status, RunRecord.Succeeded), (RunRecord.Output, succeeded.Output)],
            RunEnding.Failed failed => [(RunRecord.Status, RunRecord.Failed), (RunRecord.Error, failed.Error), (RunRecord.Cause, failed.Cause)],
            _ => throw new ArgumentException($"An ending of type {ending.GetType().Name} cannot be recorded.", nameof(ending)),
        };
        try
        {
            await dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = Key(tenant, runId),
                    UpdateExpression = "SET " + string.Join(", ", attributes.Select(one => $"#{one.Name} = :{one.Name}")),
                    ConditionExpression = $"#{RunRecord.ClaimedBy} = :me"
                        + (ending is RunEnding.Failed ? $" AND attribute_not_exists(#{RunRecord.Status})" : ""),
                    ExpressionAttributeNames = attributes.Select(one => one.Name).Append(RunRecord.ClaimedBy).ToDictionary(name => $"#{name}"),
                    ExpressionAttributeValues = attributes.Append((Name: "me", Value: executionArn))
                        .ToDictionary(one => $":{one.Name}", one => new AttributeValue(one.Value)),
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
