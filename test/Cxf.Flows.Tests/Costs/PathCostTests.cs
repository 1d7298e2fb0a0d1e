using Cxf.Flows.Compiling;
using Cxf.Flows.Costs;
using Cxf.Flows.Tests.Checks;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Tests.Costs;

public sealed class PathCostTests
{
    private const string Call =
        "\"call\":{"
        + FlowBuilder.Call
        + ",\"retry\":{\"attempts\":2},\"onError\":{\"any\":\"sorry\"},\"next\":\"end\"},\"sorry\":{\"kind\":\"fail\","
        + "\"message\":\"No.\"}";

    [Fact]
    public void A_standard_path_costs_its_states_and_at_most_its_retries()
    {
        var costs = Of(Call, "\"caller\":\"continues\",");
        Assert.Equal(StateMachineType.Standard, costs.Type);
        Assert.Equal(["call → end", "call → sorry"], costs.Paths.Select(path => path.Path));

        // Two states; two retries of the author and two of a refused invocation besides.
        Assert.All(costs.Paths, path => Assert.Equal((2, 6), (path.Transitions, path.MaxTransitions)));
        Assert.All(costs.Paths, path => Assert.Equal((0.05m, 0.15m), (path.UsualPrice, path.MaxPrice)));
    }

    [Fact]
    public void An_express_path_costs_its_run_and_its_time()
    {
        var path = Assert.Single(Of("\"call\":{" + FlowBuilder.Call + ",\"next\":\"end\"}", "").Paths);

        // 0.1 s, and at most 3.2 s (3.12 s rounded up), of 64 MB.
        Assert.Equal(0.001m + (1000 * 0.1m * 0.0625m * 0.00001667m), path.UsualPrice);
        Assert.Equal(0.001m + (1000 * 3.2m * 0.0625m * 0.00001667m), path.MaxPrice);
    }

    [Fact]
    public void Loops_and_items_count_once_usually_and_as_often_as_they_can_at_most()
    {
        var path = Assert.Single(
            Of(
                "\"all\":{\"kind\":\"forEach\",\"items\":\"{% $payload.o %}\",\"atMost\":10,\"start\":\"a\","
                    + "\"steps\":{\"a\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"b\"},\"b\":{\"kind\":\"wait\","
                    + "\"seconds\":1}},\"next\":\"end\"}",
                "\"caller\":\"continues\","
            ).Paths
        );
        Assert.Equal((4, 22), (path.Transitions, path.MaxTransitions));
    }

    [Fact]
    public void A_loop_without_a_bound_has_no_most()
    {
        var path = Assert.Single(
            Of(
                "\"pause\":{\"kind\":\"wait\",\"seconds\":5,\"next\":\"ask\"},\"ask\":{\"kind\":\"decision\","
                    + "\"choices\":[{\"when\":\"{% $payload.done %}\",\"next\":\"end\"}],\"otherwise\":\"pause\"}",
                "\"caller\":\"continues\","
            ).Paths
        );
        Assert.Equal((3, null), (path.Transitions, path.MaxTransitions));
        Assert.Null(path.MaxPrice);
        Assert.Contains("without bound", path.ToString());
    }

    [Fact]
    public void Every_path_has_its_own_entry()
    {
        var costs = Of(
            "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $payload.a %}\",\"next\":\"one\"},"
                + "{\"when\":\"{% $payload.b %}\",\"next\":\"two\"}],\"otherwise\":\"end\"},"
                + "\"one\":{"
                + FlowBuilder.Call
                + ",\"onError\":{\"ApiTimeout\":\"two\"},\"next\":\"end\"},"
                + "\"two\":{\"kind\":\"wait\",\"seconds\":60,\"next\":\"end\"}",
            "\"caller\":\"continues\","
        );
        Assert.Equal(
            [("ask → one → end", 3, 5), ("ask → one → two → end", 4, 6), ("ask → two → end", 3, 3), ("ask → end", 2, 2)],
            costs.Paths.Select(path => (path.Path, path.Transitions, path.MaxTransitions!.Value))
        );
        Assert.Equal(4, costs.PathCount);
        Assert.True(costs.Paths[0].WorstCase < costs.Paths[2].WorstCase && costs.Paths[2].WorstCase < costs.Paths[1].WorstCase);
    }

    [Theory]
    [InlineData(6, 64)]
    [InlineData(7, 2)]
    [InlineData(60, 2)]
    public void Of_too_many_paths_the_most_expensive_to_each_end_is_listed(int decisions, int listed)
    {
        // Each decision leads to the next one by way of a wait, or straight on; the last one straight to an end of its own.
        var steps = string.Join(
            ',',
            Enumerable
                .Range(1, decisions)
                .Select(number =>
                    $"\"d{number}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{% $payload.x = {number} %}}\","
                    + $"\"next\":\"w{number}\"}}],\"otherwise\":\"{(number < decisions ? Next(number) : "no")}\"}},"
                    + $"\"w{number}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"{Next(number)}\"}}"
                )
        );
        var costs = Of(steps + ",\"no\":{\"kind\":\"fail\",\"message\":\"No.\"}", "\"caller\":\"continues\",");
        Assert.Equal((Math.Pow(2, decisions), listed), (costs.PathCount, costs.Paths.Count));
        Assert.Equal((2 * decisions) + 1, costs.Paths.Max(path => path.Transitions));

        string Next(int number) => number < decisions ? $"d{number + 1}" : "end";
    }

    private static FlowPathCosts Of(string steps, string more)
    {
        var flow = Documents.Read(FlowBuilder.Flow(steps, more)).Flow!;
        return FlowPathCosts.Of(flow, FlowTiming.Of(flow));
    }
}
