namespace Cxf.Flows.Tests.Checks;

/// <summary>What can get larger than a state or Connect takes, and what only looks so.</summary>
public sealed class SizeTests
{
    private const string Whole = "\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"GET\",\"path\":\"/x\"";

    [Theory]
    [InlineData("{% $string($look.body) %}", true)]
    [InlineData("{% $look.body %}", true)]
    [InlineData("{% 'All: ' & $string($look.body.orders) %}", false)]
    [InlineData("{% $payload.x = 1 ? $string($look) : 'no' %}", true)]
    [InlineData("{% ($all := $look.body; $string($all)) %}", true)]
    [InlineData("{% $look.body ~> $string %}", true)]
    [InlineData("{% $string($merge([$look.body, {'a': 1}])) %}", true)]
    [InlineData("{% $join([$string($look.body)], ', ') %}", true)]
    [InlineData("{% $look.body.id %}", false)]
    [InlineData("{% $string($look.body[0]) %}", false)]
    [InlineData("{% $substring($string($look.body), 0, 100) %}", false)]
    [InlineData("{% $count($look.body) %}", false)]
    [InlineData("{% $look.body = 'x' %}", false)]
    [InlineData("{% $look.body ? 'yes' : 'no' %}", false)]
    [InlineData("{% $type($look.body) %}", false)]
    [InlineData("{% $look.status %}", false)]
    [InlineData("{% $payload.note %}", false)]
    [InlineData("{% $payload.note & $payload.note & $payload.note %}", false)]
    [InlineData("{% $payload.long & $payload.long %}", true)]
    [InlineData("{% $payload.short & $payload.long %}", false)]
    [InlineData("{% 'All: ' & $join($payload.many) %}", true)]
    [InlineData("{% $string($payload) & 'x' %}", true)]
    public void An_answer_is_too_large_only_if_it_contains_a_whole_large_value(string message, bool noticed)
    {
        const string input =
            "\"input\":{\"type\":\"object\",\"properties\":{\"x\":{},\"note\":{\"type\":\"string\"},"
            + "\"short\":{\"type\":\"string\",\"maxLength\":50},"
            + "\"long\":{\"type\":\"string\",\"maxLength\":20000},\"many\":{\"type\":\"array\",\"maxItems\":500,"
            + "\"items\":{\"type\":\"string\",\"maxLength\":100}}}},";
        var codes = FlowBuilder.Codes(
            $"\"look\":{{{Whole},\"next\":\"say\"}},\"say\":{{\"kind\":\"respond\",\"message\":\"{message}\"}}",
            "\"caller\":\"continues\"," + input
        );
        Assert.Equal(noticed ? ["CXF2304"] : [], codes.Where(code => code is "CXF2304" or "CXF2303"));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Variables_and_outputs_add_up(int outputs, bool noticed)
    {
        var text = new string('a', 20_000);
        var all = string.Join(',', Enumerable.Range(1, outputs).Select(number => $"\"o{number}\":\"{{% $text %}}\""));
        Assert.Equal(
            noticed,
            FlowBuilder
                .Codes(
                    $"\"set\":{{\"kind\":\"transform\",\"assign\":{{\"text\":\"{text.Insert(9, " ")}\"}},"
                        + $"\"next\":\"say\"}},\"say\":{{\"kind\":\"respond\",\"message\":\"Hello\",\"outputs\":{{{all}}}}}"
                )
                .Contains("CXF2304")
        );
    }

    [Theory]
    [InlineData("{\"both\":\"{% [$a.body, $b.body] %}\"}", true)]
    [InlineData("{\"both\":[\"{% $a.body %}\",{\"x\":\"{% $b.body %}\"}]}", true)]
    [InlineData("{\"one\":\"{% $a.body %}\",\"other\":\"{% $b.body %}\"}", true)]
    [InlineData("{\"one\":\"{% $a.body %}\"}", false)]
    [InlineData("{\"one\":\"{% $a.body.id %}\",\"other\":\"{% $b.body.items.{'id': id} %}\"}", false)]
    public void What_a_transform_puts_together_is_added_up(string assign, bool noticed)
    {
        var steps =
            $"\"a\":{{{Whole},\"next\":\"b\"}},\"b\":{{{Whole},\"next\":\"set\"}},\"set\":{{\"kind\":\"transform\","
            + $"\"assign\":{assign},\"next\":\"end\"}}";
        Assert.Equal(noticed ? ["CXF2501"] : [], FlowBuilder.Codes(steps));
        Assert.Empty(FlowBuilder.Codes(steps.Replace("\"path\":\"/x\"", "\"path\":\"/x\",\"select\":\"id\"")));
    }

    [Fact]
    public void What_a_call_sends_is_added_up()
    {
        const string steps =
            $"\"a\":{{{Whole},\"next\":\"b\"}},\"b\":{{{Whole},\"next\":\"send\"}},\"send\":{{\"kind\":\"restApi\","
            + $"\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"/x\",\"body\":BODY,\"next\":\"end\"}}";
        Assert.Equal(["CXF2501"], FlowBuilder.Codes(steps.Replace("BODY", "{\"a\":\"{% $a.body %}\",\"b\":\"{% $b.body %}\"}")));
        Assert.Empty(FlowBuilder.Codes(steps.Replace("BODY", "{\"a\":\"{% $a.body %}\"}")));
    }

    [Theory]
    [InlineData("{% $all %}", 5, false)]
    [InlineData("{% $append($all, $look.body) %}", 5, true)]
    [InlineData("{% $append($all, $look.body.id) %}", 5, false)]
    public void What_a_loop_gathers_it_gathers_in_every_round(string value, int rounds, bool noticed)
    {
        var steps =
            "\"begin\":{\"kind\":\"transform\",\"assign\":{\"n\":0,\"all\":[]},\"next\":\"look\"},\"look\":{"
            + Whole
            + ",\"next\":\"count\"},"
            + "\"count\":{\"kind\":\"transform\",\"assign\":{\"n\":\"{% $n + 1 %}\",\"all\":\""
            + value
            + "\"},\"next\":\"ask\"},"
            + "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $n < "
            + rounds
            + " %}\",\"next\":\"look\"}],\"otherwise\":\"end\"}";
        Assert.Equal(noticed, FlowBuilder.Codes(steps).Contains("CXF2501"));
    }

    [Theory]
    [InlineData("\"end_1\":{\"kind\":\"transform\",\"assign\":{\"id\":\"{% $look.body.id %}\"}}", false)]
    [InlineData("\"end_1\":{\"kind\":\"transform\",\"assign\":{\"whole\":\"{% $look.body %}\"}}", true)]
    [InlineData("\"end_1\":{\"kind\":\"transform\",\"assign\":{\"item\":\"{% $item %}\"}}", false)]
    public void What_a_loop_over_a_list_gathers_is_its_items_times_what_each_ends_with(string end, bool noticed)
    {
        var steps =
            "\"list\":{"
            + Whole
            + ",\"next\":\"all\"},\"all\":{\"kind\":\"forEach\",\"items\":\"{% $list.body %}\",\"atMost\":10,"
            + "\"item\":\"one\",\"start\":\"look\",\"steps\":{\"look\":{"
            + Whole
            + ",\"next\":\"end_1\"},"
            + end.Replace("\"item\":\"{% $item %}\"", "\"kept\":\"{% $one %}\"")
            + "},\"next\":\"end\"}";
        Assert.Equal(noticed ? ["CXF2501"] : [], FlowBuilder.Codes(steps));
    }

    [Fact]
    public void The_field_of_a_list_is_the_field_of_every_item()
    {
        var steps =
            "\"all\":{\"kind\":\"forEach\",\"items\":\"{% $payload.o %}\",\"atMost\":2,\"start\":\"look\",\"steps\":{\"look\":{"
            + Whole
            + "}},\"next\":\"set\"},"
            + "\"set\":{\"kind\":\"transform\",\"assign\":{\"bodies\":\"{% $all.body %}\"},\"next\":\"end\"}";
        Assert.Equal(["CXF2501", "CXF2501"], FlowBuilder.Codes(steps));
        Assert.Equal(["CXF2501"], FlowBuilder.Codes(steps.Replace("$all.body", "$all.status")));
    }

    [Theory]
    [InlineData(16_384, false)]
    [InlineData(16_385, true)]
    public void An_answer_that_can_have_exactly_32_KB_is_accepted(int length, bool noticed)
    {
        var said = Documents
            .Read(
                FlowBuilder.Flow(
                    "\"say\":{\"kind\":\"respond\",\"message\":\"{% $payload.text & $payload.text %}\"}",
                    "\"caller\":\"continues\",\"input\":{\"type\":\"object\",\"required\":[\"text\"],"
                        + $"\"properties\":{{\"text\":{{\"type\":\"string\",\"maxLength\":{length}}}}}}},"
                )
            )
            .Diagnostics;
        Assert.Equal(
            noticed ? [("CXF2304", "The answer of \"say\" can have 32,770 bytes; Amazon Connect accepts 32,768.")] : [],
            said.Select(one => (one.Code, one.Message))
        );
    }

    [Theory]
    [InlineData(32_768, "", null)]
    [InlineData(32_768, ",\"more\":\"{% $payload.text %}\"", "CXF2304")]
    [InlineData(32_769, ",\"more\":\"{% $payload.text %}\"", "CXF2303")]
    public void Of_an_answer_whose_own_text_is_too_long_only_that_is_noticed(int bytes, string more, string? code)
    {
        // The message and the quotes of both texts count too.
        var text = new string('a', bytes - "\"Hello\"\"\"".Length).Insert(9, " ")[1..];
        Assert.Equal(
            code is null ? [] : [code],
            FlowBuilder.Codes(
                $"\"say\":{{\"kind\":\"respond\",\"message\":\"Hello\",\"outputs\":{{\"text\":\"{text}\"{more}}}}}",
                "\"caller\":\"continues\",\"input\":{\"type\":\"object\",\"required\":[\"text\"],"
                    + "\"properties\":{\"text\":{\"type\":\"string\",\"maxLength\":9}}},"
            )
        );
    }
}
