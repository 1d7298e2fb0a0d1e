using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Observability;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>
/// The dashboard of template.yaml asks for what the functions write. A name that nothing writes is an empty widget.
/// </summary>
public sealed partial class DashboardTests
{
    private static readonly IReadOnlyList<JsonElement> Lines = Written();

    [Fact]
    public void Its_metrics_are_written_with_their_dimensions()
    {
        var written = Lines.SelectMany(MetricDatum.OfLine).Select(Name).ToHashSet();
        var asked = Widgets("metric").SelectMany(widget => Metrics(widget.GetProperty("metrics"))).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, metric => Assert.Contains(metric, written));
    }

    [Fact]
    public void Its_queries_read_members_that_are_written()
    {
        var members = Lines.SelectMany(line => line.EnumerateObject()).Select(member => member.Name).ToHashSet();
        var queries = Widgets("log")
            .Select(widget => widget.GetProperty("query").GetString()!)
            .Where(query => query.Contains("Calls = 1"))
            .ToList();
        Assert.NotEmpty(queries);
        Assert.All(
            queries.SelectMany(query => Member().Matches(query[query.IndexOf('|')..])).Select(match => match.Value),
            member => Assert.Contains(member, members)
        );
    }

    private static IReadOnlyList<JsonElement> Written()
    {
        using var output = new MemoryStream();
        var metrics = new Metrics(StageName.Parse("dev"), output, TimeProvider.System);
        foreach (var function in (string[])["ExecuteFlow", "GetFlowResult", "CallApi", "PublishFlow"])
        {
            metrics.Write(
                new CallMetrics(function, "FAILED", TimeSpan.FromMilliseconds(1))
                {
                    ErrorCode = "Internal",
                    IsFailure = true,
                    LimitUsed = 1,
                    RunFailed = true,
                    Tenant = "acme",
                    Flow = "create_lead",
                    Connection = "crm",
                    ContactId = "c0ffee",
                }
            );
        }

        return
        [
            .. System
                .Text.Encoding.UTF8.GetString(output.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonElement.Parse(line)),
        ];
    }

    // "CXF Calls Function=CallApi, Stage=dev"
    private static string Name(MetricDatum datum)
    {
        var parts = datum.Key.Split(' ', 3);
        return $"{parts[1]} by {string.Join(", ", parts[2].Split(", ").Select(one => one.Split('=')[0]).Order())}";
    }

    private static IEnumerable<string> Metrics(JsonElement metrics)
    {
        foreach (var metric in metrics.EnumerateArray().Select(metric => metric.EnumerateArray().ToList()))
        {
            if (metric[0].ValueKind == JsonValueKind.Object)
            {
                var search = metric[0].GetProperty("expression").GetString()!;
                var dimensions = Schema().Match(search).Groups[1].Value.Split(',');
                yield return $"{MetricName().Match(search).Groups[1].Value} by {string.Join(", ", dimensions.Order())}";
            }
            else if (metric[0].GetString() == "CXF")
            {
                var dimensions = metric.Skip(2).Where(part => part.ValueKind == JsonValueKind.String).Chunk(2);
                var names = dimensions.Select(pair => pair[0].GetString()).Order();
                yield return $"{metric[1].GetString()} by {string.Join(", ", names)}";
            }
        }
    }

    private static IEnumerable<JsonElement> Widgets(string type)
    {
        var template = File.ReadAllText(ProjectRoot.Path("template.yaml"));
        var start = template.IndexOf("DashboardBody: !Sub |", StringComparison.Ordinal);
        var body = template[template.IndexOf('{', start)..template.IndexOf("\n\n", start, StringComparison.Ordinal)];
        return JsonElement
            .Parse(Substitution().Replace(body, "x"))
            .GetProperty("widgets")
            .EnumerateArray()
            .Where(widget => widget.GetProperty("type").GetString() == type)
            .Select(widget => widget.GetProperty("properties"));
    }

    [GeneratedRegex(@"\{CXF,([^}]*)\}")]
    private static partial Regex Schema();

    [GeneratedRegex(@"MetricName=""(\w+)""")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Member();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Substitution();
}
