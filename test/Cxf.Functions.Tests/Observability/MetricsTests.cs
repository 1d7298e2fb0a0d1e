using System.Text;
using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.Observability;

public sealed class MetricsTests
{
    private readonly MemoryStream _output = new();
    private readonly Metrics _metrics;

    public MetricsTests() =>
        _metrics = new Metrics(StageName.Parse("dev"), _output, new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(5)));

    [Fact]
    public void A_value_that_not_every_call_has_is_a_line_of_its_own()
    {
        _metrics.Write("CallApi", "LimitWait", "Milliseconds", 12.5);
        var line = Lines().Single();
        var directive = line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray().Single();
        Assert.Equal("""[["Stage","Function"]]""", directive.GetProperty("Dimensions").GetRawText());
        Assert.Equal("""[{"Name":"LimitWait","Unit":"Milliseconds"}]""", directive.GetProperty("Metrics").GetRawText());
        Assert.Equal(
            ("dev", "CallApi", 12.5),
            (
                line.GetProperty("Stage").GetString(),
                line.GetProperty("Function").GetString(),
                line.GetProperty("LimitWait").GetDouble()
            )
        );
    }

    [Fact]
    public void Every_metric_and_dimension_that_a_line_declares_is_a_member_of_it()
    {
        _metrics.Write(
            new CallMetrics("ExecuteFlow", "FAILED", TimeSpan.FromMilliseconds(12.5))
            {
                ErrorCode = "ApiTimeout",
                Tenant = "acme",
                Flow = "create_lead",
                ContactId = "c-1",
                LimitUsed = 12.5,
                RunFailed = true,
            }
        );
        var line = Lines().Single();
        Assert.Equal(5000, line.GetProperty("_aws").GetProperty("Timestamp").GetInt64());
        var directives = line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray().ToList();
        Assert.All(
            directives,
            directive =>
            {
                Assert.Equal("CXF", directive.GetProperty("Namespace").GetString());
                Assert.All(
                    directive.GetProperty("Dimensions").EnumerateArray().SelectMany(set => set.EnumerateArray()),
                    name => Assert.Equal(JsonValueKind.String, line.GetProperty(name.GetString()!).ValueKind)
                );
                Assert.All(
                    directive.GetProperty("Metrics").EnumerateArray(),
                    metric =>
                        Assert.Equal(JsonValueKind.Number, line.GetProperty(metric.GetProperty("Name").GetString()!).ValueKind)
                );
            }
        );
        Assert.Equal(
            ["Calls", "ColdStarts", "Duration", "Errors", "FailedRuns", "Failures", "LimitUsed"],
            directives
                .SelectMany(directive => directive.GetProperty("Metrics").EnumerateArray())
                .Select(metric => metric.GetProperty("Name").GetString())
                .Order()
        );
    }

    [Fact]
    public void Only_the_first_call_of_a_process_is_a_cold_start()
    {
        _metrics.Write(new CallMetrics("CallApi", "SUCCEEDED", TimeSpan.Zero));
        _metrics.Write(new CallMetrics("CallApi", "SUCCEEDED", TimeSpan.Zero));
        Assert.Equal([true, false], Lines().Select(line => line.TryGetProperty("ColdStarts", out _)));
    }

    [Fact]
    public void A_contact_is_a_member_of_the_line_but_never_a_dimension()
    {
        _metrics.Write(
            new CallMetrics("ExecuteFlow", "SUCCEEDED", TimeSpan.Zero)
            {
                Tenant = "acme",
                Flow = "f",
                ContactId = "c-1",
            }
        );
        var line = Lines().Single();
        Assert.Equal("c-1", line.GetProperty("contactId").GetString());
        Assert.DoesNotContain("contactId", line.GetProperty("_aws").GetRawText());
    }

    // Lambda takes a line without a level or a time for INFO, and drops it where less is kept.
    [Fact]
    public void A_line_has_the_level_that_the_function_keeps_and_a_time()
    {
        var metrics = new Metrics(StageName.Parse("dev"), _output, new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(5)))
        {
            Level = "ERROR",
        };
        metrics.Write(new CallMetrics("CallApi", "SUCCEEDED", TimeSpan.Zero));
        var line = Lines().Single();
        Assert.Equal(
            ("ERROR", "1970-01-01T00:00:05.000Z"),
            (line.GetProperty("level").GetString(), line.GetProperty("timestamp").GetString())
        );
    }

    // What alarms go by must not grow with tenants, flows or contacts.
    [Fact]
    public void Alarms_metrics_have_only_the_stage_the_function_and_its_version_as_dimensions()
    {
        _metrics.Write(
            new CallMetrics("ExecuteFlow", "FAILED", TimeSpan.Zero)
            {
                Tenant = "acme",
                Flow = "f",
                LimitUsed = 1,
                RunFailed = true,
            }
        );
        var judged = Lines()
            .Single()
            .GetProperty("_aws")
            .GetProperty("CloudWatchMetrics")
            .EnumerateArray()
            .Where(directive =>
                directive.GetProperty("Metrics")[0].GetProperty("Name").GetString() is "Failures" or "LimitUsed" or "FailedRuns"
            )
            .Select(directive => directive.GetProperty("Dimensions").GetRawText())
            .ToList();
        Assert.Equal(3, judged.Count);
        Assert.All(judged, dimensions => Assert.Equal("""[["Stage","Function"],["Stage","Function","Version"]]""", dimensions));
    }

    private List<JsonElement> Lines() =>
        [
            .. Encoding
                .UTF8.GetString(_output.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonElement.Parse(line)),
        ];
}
