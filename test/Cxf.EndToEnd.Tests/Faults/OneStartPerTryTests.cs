using Cxf.EndToEnd.Tests.Retries;

namespace Cxf.EndToEnd.Tests.Faults;

/// <summary>How many requests of one event are on the wire when connections close before an answer.</summary>
public sealed class OneStartPerTryTests
{
    // One try and the one more that ExecuteFlow makes itself.
    private const int Tries = 2;

    [Theory]
    [InlineData(Fault.ResetBefore, "claimed", "RUNNING", "NONE")]
    [InlineData(Fault.ResetAfter, "claimed", "RUNNING", "NONE")]
    [InlineData(Fault.ResetBefore, "reading", "FAILED", "FlowTimeout")]
    [InlineData(Fault.ResetAfter, "reading", "FAILED", "FlowTimeout")]
    [InlineData(Fault.ResetAfter, "standard", "RUNNING", "NONE")]
    [InlineData(Fault.Unavailable, "standard", "RUNNING", "NONE")]
    [InlineData(Fault.Throttled, "standard", "FAILED", "Busy", 1)]
    public async Task A_start_is_sent_once_for_each_try(
        Fault fault,
        string kind,
        string status,
        string errorCode,
        int tries = Tries
    )
    {
        var flow = kind switch
        {
            "claimed" => TestFlow.Express,
            "reading" => TestFlow.Reading,
            _ => TestFlow.Standard,
        };
        await using var deployment = await FaultyDeployment.StartAsync(flow);

        // With connections in the pool, and without.
        foreach (var warms in (bool[])[false, true])
        {
            deployment.Plan.Otherwise = _ => null;
            if (warms)
            {
                await deployment.ExecuteAsync();
            }

            deployment.Plan.Otherwise = operation => operation.StartsWith("Start", StringComparison.Ordinal) ? fault : null;
            deployment.Plan.Start();
            var answer = await deployment.ExecuteAsync();
            Assert.Equal((status, errorCode), (answer.Text("status"), answer.Text("errorCode")));
            Assert.Equal(tries, deployment.Plan.Calls.Count(call => call.StartsWith("Start", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_read_of_the_tables_is_sent_once_for_each_attempt()
    {
        await using var deployment = await FaultyDeployment.StartAsync(TestFlow.Express);
        deployment.Plan.Otherwise = _ => Fault.ResetBefore;
        deployment.Plan.Start();
        Assert.Equal("Busy", (await deployment.ExecuteAsync()).Text("errorCode"));
        Assert.Equal(["GetItem config #1"], deployment.Plan.Calls);
    }
}
