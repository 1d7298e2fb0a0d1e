using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cxf.Functions.Limits;

/// <summary>The records of limits in the table of runs.</summary>
internal sealed class LimitTable(IAmazonDynamoDB dynamoDb, string table)
{
    /// <summary>Changes a record with one request.</summary>
    /// <returns>Whether its conditions held, and the record as it is now.</returns>
    public async ValueTask<(bool IsDone, LimitRecord Record)> UpdateAsync(
        LimitRecordKey key,
        RecordUpdate update,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await dynamoDb.UpdateItemAsync(update.ToRequest(table, key), cancellationToken);
            return (true, new LimitRecord(answer.Attributes));
        }
        catch (ConditionalCheckFailedException refusal)
        {
            // Without an item there is no record yet, or the server does not return it.
            return (false, refusal.Item is { Count: > 0 } item ? new LimitRecord(item) : await ReadAsync(key, cancellationToken));
        }
    }

    public async ValueTask<LimitRecord> ReadAsync(LimitRecordKey key, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = key.ToItem(),
                ConsistentRead = true,
            },
            cancellationToken
        );
        return answer.Item is { Count: > 0 } item ? new LimitRecord(item) : LimitRecord.Missing;
    }
}
