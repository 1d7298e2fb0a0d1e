using System.Text.Json;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>One value of a metric, as CloudWatch keeps it.</summary>
/// <param name="Key">Namespace, name and dimensions: <see cref="KeyOf"/>.</param>
/// <param name="Time">When.</param>
/// <param name="Value">The value.</param>
internal sealed record MetricDatum(string Key, DateTimeOffset Time, double Value)
{
    /// <summary>What tells one metric from another: every set of dimensions is a metric of its own.</summary>
    public static string KeyOf(string @namespace, string name, IEnumerable<(string Name, string Value)> dimensions) =>
        $"{@namespace} {name} "
        + $"{string.Join(", ", dimensions.Select(one => $"{one.Name}={one.Value}").Order(StringComparer.Ordinal))}";

    /// <summary>The metrics of a line in embedded metric format (Amazon CloudWatch user guide, "Specification: Embedded metric
    /// format").</summary>
    public static IEnumerable<MetricDatum> OfLine(JsonElement line)
    {
        if (!line.TryGetProperty("_aws", out var metadata))
        {
            yield break;
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(metadata.GetProperty("Timestamp").GetInt64());
        foreach (var directive in metadata.GetProperty("CloudWatchMetrics").EnumerateArray())
        {
            foreach (var set in directive.GetProperty("Dimensions").EnumerateArray())
            {
                var dimensions = set.EnumerateArray()
                    .Select(name => (name.GetString()!, line.GetProperty(name.GetString()!).GetString()!))
                    .ToList();
                foreach (var metric in directive.GetProperty("Metrics").EnumerateArray())
                {
                    var name = metric.GetProperty("Name").GetString()!;
                    yield return new MetricDatum(
                        KeyOf(directive.GetProperty("Namespace").GetString()!, name, dimensions),
                        time,
                        line.GetProperty(name).GetDouble()
                    );
                }
            }
        }
    }

    /// <summary>
    /// What Lambda counts of an invocation by itself, by function, by what was invoked, and by the version that an alias led to
    /// (Lambda developer guide, "Viewing metrics for Lambda functions").
    /// </summary>
    public static IEnumerable<MetricDatum> OfLambda(
        string metric,
        string function,
        string qualifier,
        string version,
        DateTimeOffset time,
        double value
    )
    {
        List<(string, string)> dimensions = [("FunctionName", function)];
        yield return new MetricDatum(KeyOf("AWS/Lambda", metric, dimensions), time, value);
        dimensions.Add(("Resource", $"{function}:{qualifier}"));
        yield return new MetricDatum(KeyOf("AWS/Lambda", metric, dimensions), time, value);
        if (qualifier != version)
        {
            dimensions.Add(("ExecutedVersion", version));
            yield return new MetricDatum(KeyOf("AWS/Lambda", metric, dimensions), time, value);
        }
    }
}
