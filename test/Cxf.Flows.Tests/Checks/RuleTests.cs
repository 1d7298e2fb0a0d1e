using System.Text.Json;
using Cxf.Flows.Checks;
using Cxf.Flows.Tests.Catalogue;

namespace Cxf.Flows.Tests.Checks;

public sealed class RuleTests
{
    [Theory]
    [InlineData("POST", "erp", "\"attempts\":1", true)]
    [InlineData("PATCH", "erp", "\"attempts\":1,\"on\":[\"any\"]", true)]
    [InlineData("POST", "erp", "\"attempts\":1,\"on\":[\"ApiThrottled\"]", false)]
    [InlineData("POST", "crm", "\"attempts\":1", false)]
    [InlineData("PUT", "erp", "\"attempts\":1", false)]
    [InlineData("GET", "erp", "\"attempts\":1", false)]
    public void A_retry_that_could_do_the_work_twice_is_noticed(string method, string connection, string retry, bool noticed)
    {
        var document = FlowBuilder.Flow(
            $"\"call\":{{\"kind\":\"restApi\",\"connection\":\"{connection}\",\"method\":\"{method}\",\"path\":\"/x\","
                + $"\"retry\":{{{retry}}},\"next\":\"end\"}}",
            "\"caller\":\"continues\","
        );
        Assert.Equal(noticed, ExampleFlows.Read(document).Diagnostics.Any(said => said.Code == "CXF2203"));
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", false)]
    [InlineData("DELETE", false)]
    public void A_body_that_servers_ignore_is_noticed(string method, bool noticed)
    {
        var document = FlowBuilder.Flow(
            $"\"call\":{{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"{method}\",\"path\":\"/x\","
                + "\"body\":{\"a\":1},\"next\":\"end\"}"
        );
        Assert.Equal(noticed, ExampleFlows.Read(document).Diagnostics.Any(said => said.Code == "CXF2214"));
    }

    [Theory]
    [InlineData("{\"by\":\"page\",\"parameter\":\"page\"}", true)]
    [InlineData("{\"by\":\"page\",\"parameter\":\"number\"}", false)]
    [InlineData("{\"by\":\"cursor\",\"parameter\":\"page\",\"next\":\"/next\"}", false)]
    [InlineData("{\"by\":\"link\"}", false)]
    public void A_page_number_that_paging_replaces_is_refused(string paging, bool refused)
    {
        var document = FlowBuilder.Flow(
            "\"call\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"GET\",\"path\":\"/x\","
                + $"\"query\":{{\"page\":\"2\"}},\"paging\":{paging},\"next\":\"end\"}}"
        );
        Assert.Equal(
            refused ? ["/steps/call/query/page"] : [],
            ExampleFlows.Read(document).Diagnostics.Where(said => said.Code == "CXF1004").Select(said => said.Pointer)
        );
    }

    [Theory]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("$flow.version - 9007199254740993", "9007199254740993")]
    [InlineData("[1, { 'id': 12345678901234567 }]", "12345678901234567")]
    [InlineData("$payload.orders[number = 9007199254740993]", "9007199254740993")]
    [InlineData("$payload.orders{ 'x': 9007199254740993 }", "9007199254740993")]
    [InlineData("9007199254740992", null)]
    [InlineData("9007199254740994", null)]
    [InlineData("1234567890123456", null)]
    [InlineData("'9007199254740993'", null)]
    [InlineData("0.9007199254740993", null)]
    [InlineData("1.12345678901234567", null)]
    [InlineData("1e300", null)]
    [InlineData("1e+00000000000000016", null)]
    public void A_whole_number_that_JSONata_rounds_is_noticed(string expression, string? number)
    {
        var document = FlowBuilder.Flow(
            $"\"call\":{{\"kind\":\"transform\",\"assign\":{{\"x\":\"{{% {expression} %}}\"}},\"next\":\"end\"}}"
        );
        var said = ExampleFlows.Read(document).Diagnostics.Where(said => said.Code == "CXF2117").ToList();
        Assert.Equal(number is null ? [] : [$"{number} becomes"], said.Select(one => one.Message[..(number!.Length + 8)]));
        Assert.All(said, one => Assert.StartsWith(number!, document[(one.Column - 1)..]));
    }

    [Theory]
    [InlineData("$payload.length()")]
    [InlineData("$payload.orders[name.trim() = 'x']")]
    [InlineData("$payload.orders{ name.trim(): 1 }")]
    public void A_field_that_is_called_is_refused_wherever_it_stands(string expression) =>
        Assert.Contains(
            "CXF2101",
            FlowBuilder.Codes(
                $"\"call\":{{\"kind\":\"transform\",\"assign\":{{\"x\":\"{{% {expression} %}}\"}},\"next\":\"end\"}}"
            )
        );

    [Fact]
    public void Without_knowing_the_tenant_only_the_flow_itself_is_checked()
    {
        const string call =
            "\"call\":{\"kind\":\"restApi\",\"connection\":\"nowhere\",\"method\":\"POST\",\"path\":\"/x\","
            + "\"timeoutSeconds\":1,\"next\":\"end\"}";
        Assert.Empty(FlowBuilder.Codes(call));
    }

    [Fact]
    public void A_name_that_is_nearly_right_is_proposed()
    {
        var said = Assert.Single(ExampleFlows.Read(ExampleFlows.Document("CXF2201")).Diagnostics);
        Assert.StartsWith("Did you mean \"crm\"?", said.Fix);
    }

    [Fact]
    public void A_step_of_another_scope_cannot_be_the_next_one()
    {
        const string steps =
            "\"both\":{\"kind\":\"parallel\",\"branches\":{\"one\":{\"start\":\"inner\","
            + "\"steps\":{\"inner\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"NEXT\"}}}},\"next\":\"end\"}";
        Assert.Contains("CXF2001", FlowBuilder.Codes(steps.Replace("NEXT", "end")));
        Assert.Contains("CXF2001", FlowBuilder.Codes(steps.Replace("NEXT", "both")));
    }

    [Fact]
    public void Paths_are_not_judged_while_a_step_is_unread()
    {
        // "lost" cannot be read, so whether "after" is reached is not known.
        const string steps =
            "\"first\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"lost\"},\"lost\":{\"kind\":\"shout\","
            + "\"next\":\"after\"},\"after\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"end\"}";
        Assert.Equal(["CXF1007"], FlowBuilder.Codes(steps));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(40_000, true)]
    public void An_answer_that_is_too_long_by_its_own_words_is_refused(int length, bool refused) =>
        Assert.Equal(
            refused,
            FlowBuilder
                .Codes(
                    "\"say\":{\"kind\":\"respond\",\"message\":\"Hello\",\"outputs\":{\"text\":"
                        + JsonSerializer.Serialize(new string('a', length).Insert(10, " "))
                        + "}}"
                )
                .Contains("CXF2303")
        );

    [Theory]
    [InlineData("status", "Every answer has a value \"status\" of its own.", "Use another name, e.g. \"status_1\".")]
    [InlineData("message", "Every answer has a value \"message\" of its own.", "Use another name, e.g. \"message_1\".")]
    [InlineData("1st", "A contact flow cannot refer to $.External.1st.", "Use a letter followed by A-Z a-z 0-9 _.")]
    [InlineData("lead-id", "A contact flow cannot refer to $.External.lead-id.", "Use a letter followed by A-Z a-z 0-9 _.")]
    public void An_output_has_a_name_that_a_contact_flow_can_read(string name, string message, string fix)
    {
        var document = FlowBuilder.Flow($"\"say\":{{\"kind\":\"respond\",\"message\":\"Hi\",\"outputs\":{{\"{name}\":\"x\"}}}}");
        var said = Assert.Single(Documents.Read(document).Diagnostics);
        Assert.Equal(("CXF2301", message, fix), (said.Code, said.Message, said.Fix));
        Assert.StartsWith($"\"{name}\":", document[(said.Column - 1)..]);
    }

    [Fact]
    public void Every_rule_has_its_own_code()
    {
        Assert.Equal(FlowChecks.Rules.Count, FlowChecks.Rules.Select(rule => rule.Kind.Code).Distinct().Count());
        Assert.Equal(
            FlowChecks.Rules.Select(rule => rule.Kind.Code).Order(StringComparer.Ordinal),
            FlowChecks.Rules.Select(rule => rule.Kind.Code)
        );
    }
}
