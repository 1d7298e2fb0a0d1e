using Cxf.ApiCalls.Connections;
using Cxf.Functions.Limits;

namespace Cxf.Functions.Tests.Limits;

public sealed class LimitScopeTests
{
    [Fact]
    public void Windows_of_every_rate_use_nearly_all_of_it_and_exceed_it_by_a_quarter_at_most()
    {
        for (var rate = 1; rate <= CallLimits.HighestRatePerSecond; rate++)
        {
            var scope = new LimitScope("crm", new CallLimits(null, rate));

            // The windows that a second can touch, wherever it begins.
            var touched = ((1000 - 2) / scope.WindowMs) + 2;
            Assert.True(touched * scope.WindowQuota <= rate + Math.Max(1, rate / 4), $"{rate}");
            Assert.True(scope.WindowQuota * 1000.0 / scope.WindowMs >= rate * 0.9, $"{rate}");
        }
    }

    [Fact]
    public void A_call_counts_for_its_connection_and_its_tenant()
    {
        var (own, tenant) = (new CallLimits(1, null), new CallLimits(2, null));

        Assert.Empty(LimitScope.Of(GivenConnection.Of()));
        Assert.Equal([new("crm", own)], LimitScope.Of(GivenConnection.Of(own)));
        Assert.Equal([new("crm", own), new("*", tenant)], LimitScope.Of(GivenConnection.Of(own, tenant)));
        Assert.Equal(("LIMITS#acme", "CONNECTION#crm"), KeyOf(GivenConnection.Of(own), 0));
        Assert.Equal(("LIMITS#acme#2", "TENANT"), KeyOf(GivenConnection.Of(own, tenant), 2));
    }

    private static (string, string) KeyOf(ApiConnection connection, int generation) =>
        LimitRecordKey.Of(connection, generation) is var key ? (key.Partition, key.Sort) : default;
}
