using Cxf.Functions.Stores.Caching;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>What an outage of the configuration table does to callers.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Within_the_maximum_age_no_call_fails_and_after_it_callers_get_Busy(bool express)
    {
        using var deployment = new VirtualDeployment(ages: CacheAges.Default);
        deployment.Publish(express ? TestFlow.Express : TestFlow.Standard);
        var status = express ? "SUCCEEDED" : "RUNNING";
        Assert.Equal(status, Ask(0).Text("status"));
        deployment.Store.IsDown = true;
        deployment.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(status, Ask(1).Text("status"));
        deployment.Clock.Advance(TimeSpan.FromMinutes(2));
        var answer = Ask(2);
        Assert.Equal(("FAILED", "Busy"), (answer.Text("status"), answer.Text("errorCode")));
        deployment.Store.IsDown = false;
        Assert.Equal(status, Ask(3).Text("status"));

        System.Text.Json.JsonElement Ask(int call) =>
            deployment.Execute(VirtualDeployment.Received(""" "userInput":"5" """, $"c-{call}"));
    }
}
