using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>The records of EXPRESS runs that claim: one query for each tenant, bounded by the contact.</summary>
internal static class RecordedRuns
{
    /// <summary>The runs of a contact.</summary>
    public static async Task<IReadOnlyList<Run>> FindAsync(
        DeploymentServices services,
        string contact,
        IReadOnlyList<DeployedFlow> flows,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var byMachine = flows.ToDictionary(flow => flow.MachineName);
        var runs = new List<Run>();
        foreach (var (tenant, generation) in flows.Where(Claims).Select(flow => (flow.Tenant, flow.Live.Generation)).Distinct())
        {
            var request = Query(services.RunsTable, tenant, generation, contact);
            do
            {
                var page = await services.Tables.QueryAsync(request, cancellationToken);
                runs.AddRange((page.Items ?? []).Select(item => Read(item, byMachine, now)).OfType<Run>());
                request.ExclusiveStartKey = page.LastEvaluatedKey;
            } while (request.ExclusiveStartKey is { Count: > 0 });
        }

        return runs;
    }

    private static bool Claims(DeployedFlow flow) => flow.IsExpress && (flow.Live.ClaimsRuns || flow.Live.ClaimedBefore);

    private static QueryRequest Query(string table, TenantId tenant, int generation, string contact) =>
        new()
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = $"{RunRecord.PartitionKey} = :partition AND begins_with({RunRecord.SortKey}, :prefix)",
            ExpressionAttributeValues = new()
            {
                [":partition"] = new(RunRecord.PartitionOf(tenant, generation)),
                [":prefix"] = new($"{RunRecord.RunPrefix}{contact}-"),
            },
        };

    private static Run? Read(
        Dictionary<string, AttributeValue> item,
        Dictionary<string, DeployedFlow> byMachine,
        DateTimeOffset now
    )
    {
        // arn:…:express:<machine>:<name>:<id>
        var arn = Text(item, RunRecord.ClaimedBy) ?? "";
        if (arn.Split(':').ElementAtOrDefault(6) is not { } machine || !byMachine.TryGetValue(machine, out var flow))
        {
            return null;
        }

        var endsBy = double.TryParse(item[RunRecord.EndsBy].N, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : DateTimeOffset.MaxValue;
        return new Run
        {
            RunId = Text(item, RunRecord.SortKey)![RunRecord.RunPrefix.Length..],
            Tenant = flow.Tenant,
            Flow = flow.Live.Flow,
            IsExpress = true,
            ExecutionArn = arn,
            Status = Text(item, RunRecord.Status) ?? (now < endsBy ? "RUNNING" : "TIMED_OUT"),
            StartedAt = DateTimeOffset.Parse(Text(item, RunRecord.StartedAt)!, CultureInfo.InvariantCulture),
            Error = Text(item, RunRecord.Error),
            Cause = Text(item, RunRecord.Cause),
            Output = Text(item, RunRecord.Output),
        };
    }

    private static string? Text(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;
}
