namespace Cxf.OpenApi.Tests.Checks;

/// <summary>Expressions that read an answer are checked with its documented type.</summary>
public sealed class AnswerTests
{
    private const string Find = """{"operation":"findLeads","parameters":{"phone":"{% $payload.text %}"}}""";
    private const string Create =
        """{"operation":"createLead","body":{"phone":"+15550100","source":"phone"},"onError":{"any":"respond_2"}}""";
    private const string Ticket = """{"operation":"getTicket","parameters":{"ticket":"T-1"},"onError":{"any":"respond_2"}}""";
    private const string Slots = """{"operation":"freeSlots","parameters":{"service":"repair","from":"2026-01-31"}}""";

    [Theory]
    [InlineData("crm", Find, "$call.body.totla", "Did you mean total?")]
    [InlineData("crm", Find, "$call.body.items.idd", "Did you mean id?")]
    [InlineData("crm", Find, "$call.body.items[0].owner.nmae", "Did you mean name?")]
    [InlineData("crm", Find, "$call.body.items[status = 'won'].ownr", "Did you mean owner?")]
    [InlineData("crm", Find, "$count($call.body.itmes)", "Did you mean items?")]
    [InlineData("calendar", Slots, "$call.body.slots[0].strat", "Did you mean start?")]
    public void A_wrong_member_is_found_with_the_right_one(string api, string call, string expression, string fix)
    {
        var said = DescribedFlow.Read(api, call, $"{{% $string({expression}) %}}").Diagnostics;
        var wrong = Assert.Single(said, diagnostic => diagnostic.Code == "CXF2223");
        Assert.Equal("/steps/respond_1/message", wrong.Pointer);
        Assert.Equal(fix, wrong.Fix);
    }

    [Theory]
    [InlineData("crm", Find, "$string($call.body.total)")]
    [InlineData("crm", Find, "$string($call.body.items[0].mergedInto.mergedInto.id)")]
    [InlineData("crm", Find, "$join($call.body.items.phone, ', ')")]
    [InlineData("calendar", Slots, "$string($call.body.slots[0].start)")]
    [InlineData("calendar", Slots, "$exists($call.body.next) ? 'more' : 'all'")]
    public void A_right_member_is_not_reported(string api, string call, string expression) =>
        Assert.DoesNotContain(
            DescribedFlow.Read(api, call, $"{{% {expression} %}}").Diagnostics,
            diagnostic => diagnostic.Code is "CXF2223" or "CXF2108" or "CXF2110" or "CXF2111"
        );

    [Theory]
    [InlineData("crm", Find, "$call.body.cursor", "$call.body.cursor")]
    [InlineData("crm", Find, "$call.body.cursor & ''", null)]
    [InlineData("crm", Find, "$exists($call.body.cursor) ? $call.body.cursor : ''", null)]
    [InlineData("crm", Find, "$call.body.total", null)]
    public void An_optional_member_needs_a_default(string api, string call, string expression, string? named)
    {
        var said = DescribedFlow
            .Read(api, call, $"{{% {expression} %}}")
            .Diagnostics.Where(one => one.Code == "CXF2114")
            .ToList();
        Assert.Equal(named is null ? 0 : 1, said.Count);
        Assert.All(said, one => Assert.Contains(named!, one.Message));
    }

    [Theory]
    [InlineData("$call.body.total & ''", false)]
    [InlineData("$call.body.total + 1", false)]
    [InlineData("$call.body.items[0].phone + 1", true)]
    [InlineData("$uppercase($call.body.total)", true)]
    public void Types_of_an_answer_are_those_of_its_description(string expression, bool isConflict)
    {
        var said = DescribedFlow.Read("crm", Find, $"{{% $string({expression}) %}}").Diagnostics;
        Assert.Equal(isConflict, said.Any(diagnostic => diagnostic.Code == "CXF2108"));
    }

    [Theory]
    [InlineData("items.naem", "/steps/call/select")]
    [InlineData("{ 'first': items[0].phonee }", "/steps/call/select")]
    [InlineData("items.phone", null)]
    public void A_select_is_checked_with_the_answer(string select, string? pointer)
    {
        var call = Find[..^1] + $",\"select\":\"{select}\"}}";
        var said = DescribedFlow.Read("crm", call).Diagnostics.Where(one => one.Code == "CXF2223");
        Assert.Equal(pointer is null ? [] : [pointer], said.Select(one => one.Pointer));
    }

    [Fact]
    public void What_a_select_keeps_has_the_type_of_the_answer()
    {
        var call = Find[..^1] + ",\"select\":\"{ 'count': total }\"}";
        Assert.Contains(
            DescribedFlow.Read("crm", call, "{% $uppercase($call.body.count) %}").Diagnostics,
            one => one.Code == "CXF2108"
        );
        Assert.Contains(
            DescribedFlow.Read("crm", call, "{% $string($call.body.cuont) %}").Diagnostics,
            one => one.Code is "CXF2110" or "CXF2111"
        );
    }

    [Theory]
    [InlineData(Create, "$call.body.owner", true)]
    [InlineData(Create, "$call.body.owner.name", false)]
    [InlineData(Ticket, "$call.body.state", false)]
    public void A_contact_flow_cannot_read_an_object(string call, string output, bool isRefused)
    {
        var api = call == Ticket ? "desk" : "crm";
        var document = DescribedFlow
            .Document(api, call, "Done.")
            .Replace(
                "\"message\":\"Done.\"}",
                $"\"message\":\"Done.\",\"outputs\":{{\"value\":\"{{% {output} %}}\"}}}},"
                    + "\"respond_2\":{\"kind\":\"respond\",\"message\":\"Sorry.\"}"
            );
        var said = Flows.Reading.FlowReader.Read(Documents.JsonSource.Parse(document), Apis.Tenant).Diagnostics;
        Assert.Equal(isRefused, said.Any(one => one.Code == "CXF2302"));
    }
}
