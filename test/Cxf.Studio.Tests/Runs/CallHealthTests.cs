using Cxf.Local.Statistics;
using Cxf.Studio.Runs;

namespace Cxf.Studio.Tests.Runs;

/// <summary>What a page says of the calls to a connection.</summary>
public sealed class CallHealthTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.05, "4 of 4 calls that succeeded (100 %)")]
    [InlineData(2, "1 of 4 calls that succeeded (25 %)")]
    [InlineData(4, "no call that succeeded")]
    public void Another_timeout_ends_only_calls_that_had_succeeded(double seconds, string words)
    {
        CallLine[] lines =
        [
            Line(100),
            Line(200),
            Line(2_000),
            Line(4_000),
            Line(5_000) with
            {
                Outcome = "FAILED",
                Error = "ApiTimeout",
            },
        ];
        var row = Assert.Single(
            DeploymentStatistics.FromLines(lines, new StatisticsQuery { Since = Nine, Until = Nine }).Connections
        );
        Assert.Equal(words, CallHealth.WhatIf(row, TimeSpan.FromSeconds(seconds)));
        Assert.Equal("1 (20 %)", CallHealth.Failed(row));
        Assert.Equal("ApiTimeout 1", CallHealth.Errors(row));
    }

    private static CallLine Line(double milliseconds) =>
        new(Nine, "CallApi", "SUCCEEDED", TimeSpan.FromMilliseconds(milliseconds)) { Tenant = "acme", Connection = "crm" };
}
