namespace Cxf.Flows.Tests.Checks;

public sealed class VariableTests
{
    private const string Fork =
        "\"fork\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $payload.vip %}\",\"next\":\"set\"}],"
        + "\"otherwise\":\"skip\"}";
    private const string Set = "\"set\":{\"kind\":\"transform\",\"assign\":{\"name\":\"Ann\"},\"next\":\"use\"}";
    private const string WaitStep = "\"skip\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"use\"}";

    [Fact]
    public void A_variable_that_one_path_sets_may_be_undefined_and_the_other_path_is_named()
    {
        var said = Assert.Single(
            Documents.Read(FlowBuilder.Flow($"{Fork},{Set},{WaitStep},{Use("$name")}", "\"caller\":\"continues\",")).Diagnostics
        );
        Assert.Equal("CXF2107", said.Code);
        Assert.Contains("fork → skip → use", said.Message);
    }

    [Theory]
    [InlineData("$exists($name) ? $name : 'guest'")]
    [InlineData("($n := $exists( $name ) ? $name : ''; $n)")]
    public void An_expression_that_asks_whether_it_exists_knows_what_it_does(string guarded) =>
        Assert.Empty(FlowBuilder.Codes($"{Fork},{Set},{WaitStep},{Use(guarded)}"));

    [Fact]
    public void A_variable_that_every_path_sets_is_defined() =>
        Assert.Empty(
            FlowBuilder.Codes(
                $"{Fork},{Set},\"skip\":{{\"kind\":\"transform\",\"assign\":{{\"name\":\"guest\"}},\"next\":\"use\"}},"
                    + $"{Use("$name")}"
            )
        );

    [Fact]
    public void A_step_does_not_see_what_it_assigns_itself() =>
        Assert.Equal(
            ["CXF2106"],
            FlowBuilder.Codes("\"one\":{\"kind\":\"transform\",\"assign\":{\"a\":1,\"b\":\"{% $a %}\"},\"next\":\"end\"}")
        );

    [Fact]
    public void What_a_loop_sets_on_its_way_back_is_maybe_undefined_in_its_first_round()
    {
        const string loop =
            "\"poll\":{"
            + FlowBuilder.Call
            + ",\"query\":{\"since\":\"{% $last %}\"},\"next\":\"again\"},"
            + "\"again\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $poll.body = 'done' %}\",\"next\":\"end\"}],"
            + "\"otherwise\":\"keep\"},"
            + "\"keep\":{\"kind\":\"transform\",\"assign\":{\"last\":\"{% $poll.body %}\"},\"next\":\"pause\"},"
            + "\"pause\":{\"kind\":\"wait\",\"seconds\":5,\"next\":\"poll\"}";
        Assert.Contains("CXF2107", FlowBuilder.Codes(loop));
    }

    [Fact]
    public void On_an_error_branch_the_result_holds_only_the_word()
    {
        const string steps =
            "\"call\":{"
            + FlowBuilder.Call
            + ",\"onError\":{\"any\":\"sorry\"},\"next\":\"end\"},"
            + "\"sorry\":{\"kind\":\"fail\",\"message\":\"{% $MESSAGE %}\"}";
        Assert.Empty(FlowBuilder.Codes(steps.Replace("$MESSAGE", "$call.error")));
        Assert.Equal(["CXF2111"], FlowBuilder.Codes(steps.Replace("$MESSAGE", "$call.status")));
        Assert.Equal(
            ["CXF2111"],
            FlowBuilder.Codes("\"call\":{" + FlowBuilder.Call + ",\"next\":\"use\"}," + Use("$call.error"))
        );
    }

    [Fact]
    public void Where_the_branches_of_a_call_meet_both_results_are_possible() =>
        Assert.Empty(
            FlowBuilder.Codes(
                "\"call\":{"
                    + FlowBuilder.Call
                    + ",\"onError\":{\"any\":\"use\"},\"next\":\"use\"},"
                    + Use("$exists($call.error) ? 'no' : $string($call.status)")
            )
        );

    [Fact]
    public void What_a_branch_assigns_stays_in_it()
    {
        const string parallel =
            "\"both\":{\"kind\":\"parallel\",\"branches\":{\"one\":{\"start\":\"inner\",\"steps\":{"
            + "\"inner\":{\"kind\":\"transform\",\"assign\":{\"name\":\"Ann\"},\"next\":\"last\"},"
            + "\"last\":{"
            + FlowBuilder.Call
            + ",\"query\":{\"q\":\"{% $name & $before %}\"}}}}},\"next\":\"use\"}";
        const string before = "\"first\":{\"kind\":\"transform\",\"assign\":{\"before\":\"x\"},\"next\":\"both\"},";
        Assert.Empty(FlowBuilder.Codes(before + parallel + "," + Use("$both.one.status")));
        Assert.Equal(["CXF2106"], FlowBuilder.Codes(before + parallel + "," + Use("$name")));
        Assert.Equal(["CXF2106"], FlowBuilder.Codes(before + parallel + "," + Use("$last.status")));
        Assert.Equal(["CXF2111"], FlowBuilder.Codes(before + parallel + "," + Use("$both.two")));
    }

    [Fact]
    public void A_loops_body_sees_its_item_and_index_and_nothing_else_does()
    {
        const string loop =
            "\"all\":{\"kind\":\"forEach\",\"items\":\"{% $payload.orders %}\",\"atMost\":3,\"start\":\"inner\",\"steps\":{"
            + "\"inner\":{"
            + FlowBuilder.Call
            + ",\"query\":{\"q\":\"{% $item.id & $index %}\"}}},\"next\":\"use\"}";
        Assert.Empty(FlowBuilder.Codes(loop + "," + Use("$count($all)")));
        Assert.Equal(["CXF2106"], FlowBuilder.Codes(loop + "," + Use("$item.id")));
        Assert.Equal(
            ["CXF2108"],
            FlowBuilder.Codes(loop.Replace("$item.id & $index", "$uppercase($index)") + "," + Use("$count($all)"))
        );
    }

    [Fact]
    public void A_path_into_a_body_leads_through_the_steps_around_it()
    {
        var loop =
            "\"all\":{\"kind\":\"forEach\",\"items\":\"{% $payload.orders %}\",\"atMost\":3,\"start\":\"inner\",\"steps\":{"
            + "\"inner\":{"
            + FlowBuilder.Call
            + ",\"query\":{\"q\":\"{% $name %}\"}}},\"next\":\"end\"}";
        var said = Assert.Single(
            Documents
                .Read(
                    FlowBuilder.Flow($"{Fork},{Set},{WaitStep},{loop}".Replace("\"use\"", "\"all\""), "\"caller\":\"continues\",")
                )
                .Diagnostics
        );
        Assert.Contains("fork → skip → all → inner", said.Message);
    }

    private static string Use(string expression) => $"\"use\":{{\"kind\":\"respond\",\"message\":\"{{% {expression} %}}\"}}";
}
