using Cxf.Flows.Bill;
using Cxf.Flows.Clock;
using Cxf.Flows.Compiling;
using Cxf.Flows.Tests.Checks;

namespace Cxf.Flows.Tests.Bill;

public sealed class BillTests
{
    private const string Call = "\"call\":{" + FlowBuilder.Call + ",\"retry\":{\"attempts\":2},\"onError\":{\"any\":\"sorry\"},\"next\":\"end\"},\"sorry\":{\"kind\":\"fail\",\"message\":\"No.\"}";

    [Fact]
    public void A_standard_path_costs_its_states_and_at_most_its_retries()
    {
        var bill = Of(Call, "\"caller\":\"continues\",");
        Assert.Equal(StateMachineType.Standard, bill.Type);
        Assert.Equal(["call → sorry", "call → end"], bill.Paths.Select(path => path.Path));

        // Two states; two retries of the author and two of a refused invocation besides.
        Assert.All(bill.Paths, path => Assert.Equal((2, 6), (path.Transitions, path.MostTransitions)));
        Assert.All(bill.Paths, path => Assert.Equal((0.05m, 0.15m), (path.UsualPrice, path.MostPrice)));
    }

    [Fact]
    public void An_express_path_costs_its_run_and_its_time()
    {
        var path = Assert.Single(Of("\"call\":{" + FlowBuilder.Call + ",\"next\":\"end\"}", "").Paths);

        // 0.1 s, and at most 3.2 s (3.12 s rounded up), of 64 MB.
        Assert.Equal(0.001m + (1000 * 0.1m * 0.0625m * 0.00001667m), path.UsualPrice);
        Assert.Equal(0.001m + (1000 * 3.2m * 0.0625m * 0.00001667m), path.MostPrice);
    }

    [Fact]
    public void Loops_and_items_count_once_usually_and_as_often_as_they_can_at_most()
    {
        var path = Assert.Single(Of(
            "\"all\":{\"kind\":\"forEach\",\"items\":\"{% $payload.o %}\",\"atMost\":10,\"start\":\"a\",\"steps\":{\"a\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"b\"},\"b\":{\"kind\":\"wait\",\"seconds\":1}},\"next\":\"end\"}",
            "\"caller\":\"continues\",").Paths);
        Assert.Equal((4, 22), (path.Transitions, path.MostTransitions));
    }

    [Fact]
    public void A_loop_without_a_bound_has_no_most()
    {
        var path = Assert.Single(Of(
            "\"pause\":{\"kind\":\"wait\",\"seconds\":5,\"next\":\"ask\"},\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $payload.done %}\",\"next\":\"end\"}],\"otherwise\":\"pause\"}",
            "\"caller\":\"continues\",").Paths);
        Assert.Equal((3, null), (path.Transitions, path.MostTransitions));
        Assert.Null(path.MostPrice);
        Assert.Contains("without bound", path.ToString());
    }

    private static FlowBill Of(string steps, string more)
    {
        var flow = Documents.Read(FlowBuilder.Flow(steps, more)).Flow!;
        return FlowBill.Of(flow, FlowClock.Of(flow));
    }
}
