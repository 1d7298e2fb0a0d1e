using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Statistics;

namespace Cxf.Local.Tests.Statistics;

public sealed class DeploymentStatisticsTests
{
    private const string Answered =
        """{"_aws":{},"timestamp":"2026-03-01T09:00:00.000Z","level":"INFO","Function":"ExecuteFlow","Outcome":"FAILED","""
        + """ "ErrorCode":"ApiTimeout","Tenant":"acme","Flow":"create_lead","contactId":"c0ffee","Calls":1,"Duration":250.5,"""
        + """ "LimitUsed":3.1}""";

    private static readonly DateTimeOffset Nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-01T09:00:01 2026/03/01/[12]abc ")]
    [InlineData("2026-03-01T09:00:01.123000+00:00\tcxf\t")]
    public void A_call_is_read_from_its_log_line_whatever_stands_before_it(string prefix)
    {
        var line = CallLine.Parse(prefix + Answered)!;
        Assert.Equal(
            new CallLine(Nine, "ExecuteFlow", "FAILED", TimeSpan.FromMilliseconds(250.5))
            {
                Error = "ApiTimeout",
                Tenant = "acme",
                Flow = "create_lead",
                Contact = "c0ffee",
                LimitUsed = 3.1,
            },
            line
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("START RequestId: 1 Version: $LATEST")]
    [InlineData("{\"timestamp\":\"2026-03-01T09:00:00.000Z\",\"level\":\"Information\",\"message\":\"2000\"}")]
    [InlineData("{\"_aws\":{},\"timestamp\":\"2026-03-01T09:00:00.000Z\",\"Function\":\"CallApi\",\"LimitWait\":3}")]
    [InlineData("{\"_aws\":{},\"timestamp\":\"2026-03-01T09:00:00.000Z\",\"Function\":\"CallApi\",\"Outco")]
    [InlineData("{\"_aws\":{},\"timestamp\":\"today\",\"Function\":\"CallApi\",\"Outcome\":\"FAILED\",\"Duration\":1}")]
    public void A_line_without_the_metrics_of_a_call_counts_for_nothing(string line) => Assert.Null(CallLine.Parse(line));

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 1, 2, 2)]
    [InlineData(100, 50, 95, 99)]
    [InlineData(1000, 500, 950, 990)]
    public void A_percentile_is_the_smallest_value_that_so_many_values_do_not_exceed(int count, int p50, int p95, int p99) =>
        Assert.Equal(
            new Distribution(p50, p95, p99, count),
            Distribution.Of(Enumerable.Range(1, count).Select(value => (double)value).Reverse())
        );

    [Fact]
    public void No_values_have_no_distribution() => Assert.Null(Distribution.Of([]));

    [Fact]
    public void Answers_are_counted_by_flow_and_calls_by_connection()
    {
        var statistics = DeploymentStatistics.FromLines(
            [
                Line("ExecuteFlow", "SUCCEEDED", 100) with
                {
                    Flow = "create_lead",
                    LimitUsed = 2,
                },
                Line("ExecuteFlow", "FAILED", 300, "ApiTimeout") with
                {
                    Flow = "create_lead",
                    LimitUsed = 4,
                },
                Line("ExecuteFlow", "REJECTED", 1, "PayloadInvalid") with
                {
                    Flow = "create_lead",
                    LimitUsed = 0.1,
                },
                Line("GetFlowResult", "RUNNING", 5) with
                {
                    Flow = "create_lead",
                    LimitUsed = 0.2,
                },
                Line("CallApi", "SUCCEEDED", 50) with
                {
                    Connection = "crm",
                },
                Line("CallApi", "FAILED", 70, "ApiThrottled") with
                {
                    Connection = "crm",
                },
                Line("CallApi", "FAILED", 900, "ApiTimeout") with
                {
                    Connection = "erp",
                },
                Line("ExecuteFlow", "REJECTED", 1, "FlowNotFound"),
            ],
            Day()
        );

        Assert.Equal(
            [("acme/create_lead", "ExecuteFlow", 3, 1), ("acme/create_lead", "GetFlowResult", 1, 0)],
            statistics.Answers.Select(row => (row.Name, row.Function, row.Calls, row.Failed))
        );
        Assert.Equal([("ApiTimeout", 1), ("PayloadInvalid", 1)], statistics.Answers[0].Errors);
        Assert.Equal(new Distribution(2, 4, 4, 4), statistics.Answers[0].LimitUsed);
        Assert.Equal(
            [("acme/crm", 2, 1, 1), ("acme/erp", 1, 1, 0)],
            statistics.Connections.Select(row => (row.Name, row.Calls, row.Failed, row.Throttled))
        );
        Assert.Null(statistics.Connections[0].LimitUsed);
    }

    [Theory]
    [InlineData("acme", "create_lead", 1, 1)]
    [InlineData("acme", "other", 0, 1)]
    [InlineData("other", null, 0, 0)]
    [InlineData(null, null, 1, 1)]
    public void A_flow_limits_the_answers_and_its_tenant_the_connections(
        string? tenant,
        string? flow,
        int answers,
        int connections
    )
    {
        var statistics = DeploymentStatistics.FromLines(
            [
                Line("ExecuteFlow", "SUCCEEDED", 100) with
                {
                    Flow = "create_lead",
                },
                Line("CallApi", "SUCCEEDED", 50) with
                {
                    Connection = "crm",
                },
            ],
            Day() with
            {
                Tenant = tenant is null ? null : TenantId.Parse(tenant),
                Flow = flow is null ? null : FlowId.Parse(flow),
            }
        );
        Assert.Equal((answers, connections), (statistics.Answers.Count, statistics.Connections.Count));
    }

    [Fact]
    public void Calls_before_and_after_the_time_do_not_count()
    {
        var line = Line("CallApi", "SUCCEEDED", 50) with { Connection = "crm" };
        var statistics = DeploymentStatistics.FromLines(
            [line with { At = Nine.AddDays(-1) }, line, line with { At = Nine.AddDays(1) }],
            Day()
        );
        Assert.Equal(1, Assert.Single(statistics.Connections).Calls);
    }

    private static StatisticsQuery Day() => new() { Since = Nine.AddHours(-1), Until = Nine.AddHours(1) };

    private static CallLine Line(string function, string outcome, double milliseconds, string? error = null) =>
        new(Nine, function, outcome, TimeSpan.FromMilliseconds(milliseconds)) { Error = error, Tenant = "acme" };
}
