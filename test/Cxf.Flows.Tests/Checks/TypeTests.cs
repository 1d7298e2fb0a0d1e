namespace Cxf.Flows.Tests.Checks;

public sealed class TypeTests
{
    private const string Contract =
        "\"input\":{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"name\",\"hours\",\"kind\"],"
        + "\"properties\":{"
        + "\"name\":{\"type\":\"string\"},\"hours\":{\"type\":\"integer\"},\"vip\":{\"type\":\"boolean\"},"
        + "\"kind\":{\"enum\":[\"lead\",\"case\"]},"
        + "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}},";

    [Theory]
    [InlineData("$payload.name + 1", "CXF2108")]
    [InlineData("$payload.hours & 'h'", null)]
    [InlineData("$payload.hours + 1", null)]
    [InlineData("$uppercase($payload.hours)", "CXF2108")]
    [InlineData("$toMillis($payload.name) < $now() ? 'past' : 'future'", "CXF2108")]
    [InlineData("$length($payload.tags[0]) > '3' ? 'long' : 'short'", "CXF2108")]
    [InlineData("$payload.kind = 1 ? 'a' : 'b'", "CXF2109")]
    [InlineData("$payload.kind = 'lead' ? 'a' : 'b'", null)]
    [InlineData("'Hello ' & $payload.nam", "CXF2110")]
    [InlineData("$payload.nam", "CXF2111")]
    [InlineData("[$payload.tags]", "CXF2302")]
    [InlineData("$payload.tags[0]", null)]
    [InlineData("$payload", "CXF2302")]
    [InlineData("$flow.version & ''", null)]
    [InlineData("$flow.verson & ''", "CXF2110")]
    [InlineData("$contact.channel", null)]
    [InlineData("null", "CXF2302")]
    public void A_message_is_checked_against_what_the_contract_allows(string expression, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            FlowBuilder.Codes($"\"say\":{{\"kind\":\"respond\",\"message\":\"{{% {expression} %}}\"}}", Contract)
        );

    [Theory]
    [InlineData("'/x/' & $payload.name", false)]
    [InlineData("'/x/' & $payload.name & '/y/' & $payload.vip", true)]
    [InlineData("'/x/' & $payload.vip & '/y'", true)]
    [InlineData("'/x/' & ($payload.vip & '/y')", true)]
    [InlineData("'/x/' & $encodeUrlComponent($payload.note)", true)]
    [InlineData("'/x/' & ($payload.vip = true)", false)]
    [InlineData("'/x' & ($exists($payload.vip) ? '/' & $payload.vip : '')", false)]
    public void A_part_of_a_path_must_not_be_optional(string path, bool isReported)
    {
        var contract = Contract.Replace("\"properties\":{", "\"properties\":{\"note\":{\"type\":\"string\"},");
        Assert.Equal(
            isReported ? ["CXF2114"] : [],
            FlowBuilder.Codes(
                "\"call\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"DELETE\","
                    + $"\"path\":\"{{% {path} %}}\",\"next\":\"end\"}}",
                contract
            )
        );
    }

    [Theory]
    [InlineData("'yes'", "CXF2108")]
    [InlineData("$payload.name", "CXF2108")]
    [InlineData("$payload.hours", "CXF2108")]
    [InlineData("$payload.vip", "CXF2114")]
    [InlineData("$exists($payload.vip) ? $payload.vip : false", null)]
    [InlineData("$payload.vip = true", null)]
    [InlineData("$payload.hours > 5", null)]
    [InlineData("$payload.hours > '5'", "CXF2108")]
    [InlineData("true", "CXF2112")]
    public void A_condition_must_be_able_to_be_true_or_false(string condition, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            FlowBuilder.Codes(
                $"\"ask\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{% {condition} %}}\",\"next\":\"end\"}}],"
                    + $"\"otherwise\":\"other\"}},"
                    + "\"other\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"end\"}",
                Contract
            )
        );

    [Theory]
    [InlineData("\"path\":\"{% $payload.hours %}\"", "CXF2108")]
    [InlineData("\"path\":\"{% '/leads/' & $payload.hours %}\"", null)]
    [InlineData("\"query\":\"{% $payload.name %}\"", "CXF2108")]
    [InlineData("\"query\":\"{% {'q': $payload.name} %}\"", null)]
    [InlineData("\"body\":{\"n\":\"{% -$payload.name %}\"}", "CXF2108")]
    public void A_call_is_checked_for_what_each_part_needs(string part, string? code)
    {
        var call =
            FlowBuilder.Call.Replace("\"GET\"", "\"POST\"")
            + (part.StartsWith("\"path\"") ? "" : ",")
            + (part.StartsWith("\"path\"") ? "" : part);
        call = part.StartsWith("\"path\"") ? call.Replace("\"path\":\"/x\"", part) : call;
        Assert.Equal(code is null ? [] : [code], FlowBuilder.Codes($"\"call\":{{{call},\"next\":\"end\"}}", Contract));
    }

    [Fact]
    public void What_a_transform_assigns_keeps_its_type()
    {
        const string steps =
            "\"set\":{\"kind\":\"transform\",\"assign\":{\"n\":\"{% $payload.hours * 2 %}\",\"o\":{\"a\":\"{% "
            + "$payload.name %}\"}},\"next\":\"say\"},";
        Assert.Empty(FlowBuilder.Codes(steps + "\"say\":{\"kind\":\"respond\",\"message\":\"{% $n + 1 & $o.a %}\"}", Contract));
        Assert.Equal(
            ["CXF2108"],
            FlowBuilder.Codes(steps + "\"say\":{\"kind\":\"respond\",\"message\":\"{% $lowercase($n) %}\"}", Contract)
        );
        Assert.Equal(
            ["CXF2108"],
            FlowBuilder.Codes(steps + "\"say\":{\"kind\":\"respond\",\"message\":\"{% $o.a * 2 %}\"}", Contract)
        );
        Assert.Equal(["CXF2302"], FlowBuilder.Codes(steps + "\"say\":{\"kind\":\"respond\",\"message\":\"{% $o %}\"}", Contract));
    }

    [Fact]
    public void What_select_keeps_is_known_after_it()
    {
        const string call =
            "\"call\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"GET\",\"path\":\"/x\",\"select\":\"{ "
            + "'id': id, 'n': $count(items) }\",\"next\":\"say\"},";
        Assert.Empty(
            FlowBuilder.Codes(
                call + "\"say\":{\"kind\":\"respond\",\"message\":\"{% $call.body.id & $string($call.body.n + 1) %}\"}"
            )
        );
        Assert.Equal(
            ["CXF2110"],
            FlowBuilder.Codes(call + "\"say\":{\"kind\":\"respond\",\"message\":\"{% '' & $call.body.name %}\"}")
        );
    }
}
