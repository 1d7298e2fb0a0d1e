using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Actions;

/// <summary>The conditions of Compare.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("Equals", "Gold", true)]
    [InlineData("Equals", "gold", false)]
    [InlineData("TextStartsWith", "Go", true)]
    [InlineData("TextEndsWith", "ld", true)]
    [InlineData("TextContains", "ol", true)]
    [InlineData("TextContains", "x", false)]
    [InlineData("NumberGreaterThan", "1", false)]
    [InlineData("KeyExists", "Gold", false)]
    public async Task Text_comparison_is_case_sensitive(string op, string operand, bool holds) =>
        Assert.Equal(holds, await ComparesAsync("$.Attributes.tier", op, operand));

    [Theory]
    [InlineData("NumberGreaterThan", "9", true)]
    [InlineData("NumberGreaterThan", "10", false)]
    [InlineData("NumberGreaterOrEqualTo", "10.0", true)]
    [InlineData("NumberLessThan", "10.5", true)]
    [InlineData("NumberLessThan", "-1", false)]
    [InlineData("NumberLessOrEqualTo", "10", true)]
    [InlineData("Equals", "10", true)]
    public async Task Numbers_are_compared_as_numbers(string op, string operand, bool holds) =>
        Assert.Equal(holds, await ComparesAsync("$.Attributes.count", op, operand));

    [Theory]
    [InlineData("$.External.customer.tier", "Equals", "gold", true)]
    [InlineData("$.External.customer", "KeyExists", "tier", true)]
    [InlineData("$.External.customer", "KeyExists", "name", false)]
    [InlineData("$.External.count", "NumberLessThan", "4", true)]
    [InlineData("$.External.vip", "Equals", "true", true)]
    [InlineData("$.External.list", "TextContains", "1", false)]
    [InlineData("$.External.nothing", "Equals", "null", false)]
    public async Task Nested_values_of_a_json_answer_can_be_compared(string reference, string op, string operand, bool holds) =>
        Assert.Equal(holds, await ComparesAsync(reference, op, operand));

    private static async Task<bool> ComparesAsync(string reference, string op, string operand)
    {
        var flow =
            Invoke("JSON", "Call", "Look")
            + ","
            + Action(
                "Compare",
                $$"""{"ComparisonValue": "{{reference}}"}""",
                "NoMatchingCondition",
                Condition(op, operand, "Yes"),
                id: "Look"
            )
            + ","
            + Say("Yes", "yes");
        var options = Calls.With(
            Calls.Answers("""{"customer": {"tier": "gold"}, "count": 3, "vip": true, "list": [1], "nothing": null}""")
        ) with
        {
            Contact = Calls.Contact with
            {
                Attributes = new Dictionary<string, string> { ["tier"] = "Gold", ["count"] = "10" },
            },
        };

        return (await Calls.RunAsync(flow, options)).Heard.Any();
    }
}
