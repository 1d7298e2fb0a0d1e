using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Local.AwsServices;

/// <summary>CloudWatch: the alarms that are on.</summary>
internal sealed class CloudWatchClient(AwsServiceClient service) : IDisposable
{
    private const int AlarmsOnPage = 100;

    /// <summary>All alarms of the account that are on.</summary>
    public async Task<IReadOnlyList<MetricAlarm>> ListAlarmsOnAsync(CancellationToken cancellationToken)
    {
        var alarms = new List<MetricAlarm>();
        string? next = null;
        do
        {
            var input = new JsonObject
            {
                ["StateValue"] = "ALARM",
                ["AlarmTypes"] = new JsonArray("MetricAlarm"),
                ["MaxRecords"] = AlarmsOnPage,
            };
            if (next is not null)
            {
                input["NextToken"] = next;
            }

            var page = await service.PostAsync("DescribeAlarms", input, cancellationToken);
            if (page.TryGetProperty("MetricAlarms", out var found))
            {
                alarms.AddRange(found.EnumerateArray().Select(MetricAlarm.Read));
            }

            next =
                page.TryGetProperty("NextToken", out var token) && token.ValueKind == JsonValueKind.String
                    ? token.GetString()
                    : null;
        } while (next is not null);
        return alarms;
    }

    /// <inheritdoc />
    public void Dispose() => service.Dispose();
}

/// <summary>An alarm.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means; null if it does not say.</param>
/// <param name="Since">When it went on; null if CloudWatch does not say.</param>
/// <param name="Metrics">What it watches: one metric, or those that it calculates with.</param>
internal sealed record MetricAlarm(string Name, string? Description, DateTimeOffset? Since, IReadOnlyList<WatchedMetric> Metrics)
{
    public static MetricAlarm Read(JsonElement json) =>
        new(
            json.GetProperty("AlarmName").GetString()!,
            json.TryGetProperty("AlarmDescription", out var description) ? description.GetString() : null,
            (
                json.TryGetProperty("StateTransitionedTimestamp", out var at)
                || json.TryGetProperty("StateUpdatedTimestamp", out at)
            )
            && at.ValueKind == JsonValueKind.Number
                ? DateTimeOffset.UnixEpoch.AddSeconds(at.GetDouble())
                : null,
            [.. ((WatchedMetric?[])[WatchedMetric.Read(json), .. Calculated(json)]).OfType<WatchedMetric>()]
        );

    private static IEnumerable<WatchedMetric?> Calculated(JsonElement json) =>
        json.TryGetProperty("Metrics", out var metrics) && metrics.ValueKind == JsonValueKind.Array
            ? metrics
                .EnumerateArray()
                .Select(one =>
                    one.TryGetProperty("MetricStat", out var used) ? WatchedMetric.Read(used.GetProperty("Metric")) : null
                )
            : [];
}

/// <summary>A metric that an alarm watches.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its dimensions.</param>
internal sealed record WatchedMetric(string Namespace, string Name, IReadOnlyDictionary<string, string> Dimensions)
{
    /// <summary>The metric that an object names; null if it names none.</summary>
    public static WatchedMetric? Read(JsonElement json) =>
        json.TryGetProperty("MetricName", out var name) && name.ValueKind == JsonValueKind.String
            ? new WatchedMetric(
                json.GetProperty("Namespace").GetString()!,
                name.GetString()!,
                json.TryGetProperty("Dimensions", out var dimensions) && dimensions.ValueKind == JsonValueKind.Array
                    ? dimensions
                        .EnumerateArray()
                        .ToDictionary(one => one.GetProperty("Name").GetString()!, one => one.GetProperty("Value").GetString()!)
                    : new Dictionary<string, string>()
            )
            : null;
}
