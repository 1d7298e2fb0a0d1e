using Cxf.Flows.Tests.Catalogue;

namespace Cxf.Flows.Tests.Checks;

/// <summary>What a step sets that could not be read, and whether its times count.</summary>
public sealed class UnreadStepTests
{
    [Theory]
    // A loop's item and index have names of their own, or the default ones.
    [InlineData("{\"kind\":\"forEach\",\"item\":\"order\",\"index\":\"place\"}", "$order", true)]
    [InlineData("{\"kind\":\"forEach\",\"item\":\"order\",\"index\":\"place\"}", "$place", true)]
    [InlineData("{\"kind\":\"forEach\",\"item\":\"order\",\"index\":\"place\"}", "$item", false)]
    [InlineData("{\"kind\":\"forEach\",\"item\":\"order\",\"index\":\"place\"}", "$index", false)]
    [InlineData("{\"kind\":\"forEach\"}", "$item", true)]
    [InlineData("{\"kind\":\"forEach\"}", "$index", true)]
    [InlineData("{\"kind\":\"forEach\"}", "$order", false)]
    [InlineData("{\"kind\":\"forEach\",\"item\":5}", "$item", true)]
    // A step's result has its label; what a transform sets is known from what it assigns.
    [InlineData("{\"kind\":\"shout\"}", "$bad", true)]
    [InlineData("{\"kind\":\"shout\"}", "$other", false)]
    [InlineData("{\"kind\":\"transform\",\"assign\":{\"name\":1},\"next\":5}", "$name", true)]
    [InlineData("{\"kind\":\"transform\",\"assign\":{\"name\":1},\"next\":5}", "$other", false)]
    [InlineData("{\"kind\":\"transform\",\"assign\":5}", "$other", true)]
    [InlineData("{\"kind\":\"transform\"}", "$other", true)]
    // Of what is not even an object, nothing is known.
    [InlineData("[]", "$other", true)]
    [InlineData("5", "$other", true)]
    // Steps inside of it count too.
    [InlineData("{\"kind\":\"forEach\",\"steps\":{\"in\":{\"kind\":\"transform\",\"assign\":{\"name\":1}}}}", "$name", true)]
    [InlineData("{\"kind\":\"forEach\",\"steps\":{\"in\":{\"kind\":\"transform\",\"assign\":{\"name\":1}}}}", "$other", false)]
    [InlineData(
        "{\"kind\":\"parallel\",\"branches\":{\"a\":{\"steps\":{\"in\":{\"kind\":\"transform\",\"assign\":{\"name\":1}}}}}}",
        "$name",
        true
    )]
    public void A_variable_that_it_can_set_is_not_unknown(string step, string variable, bool isKnown)
    {
        var codes = FlowBuilder
            .Codes(
                $"\"say\":{{\"kind\":\"wait\",\"seconds\":\"{{% {variable} %}}\",\"atMostSeconds\":5,\"next\":\"end\"}},"
                    + $"\"bad\":{step}"
            )
            .ToList();
        Assert.Equal(!isKnown, codes.Contains("CXF2102"));
        Assert.NotEqual(["CXF2102"], codes);
    }

    [Theory]
    [InlineData("\"timeoutSeconds\":\"9\"", false)]
    [InlineData("\"retry\":5", false)]
    [InlineData("\"retry\":{\"attempts\":\"9\"}", false)]
    [InlineData("\"timeoutSeconds\":30,\"fallback\":5", true)]
    [InlineData("\"timeoutSeconds\":30,\"paht\":\"/y\"", true)]
    public void The_duration_is_judged_unless_a_time_could_not_be_read(string member, bool isJudged)
    {
        var steps =
            "\"call\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"GET\",\"path\":\"/x\",\"select\":\"id\","
            + member
            + ",\"next\":\"end\"}";
        var codes = FlowBuilder.Codes(steps, "\"caller\":\"waits\",").ToList();
        Assert.Equal((isJudged, isJudged ? 2 : 1), (codes.Contains("CXF2401"), codes.Count));
    }

    [Fact]
    public void A_warning_about_a_retry_hides_no_duration()
    {
        var document = FlowBuilder.Flow(
            "\"call\":{\"kind\":\"restApi\",\"connection\":\"erp\",\"method\":\"POST\",\"path\":\"/x\",\"select\":\"id\","
                + "\"retry\":{\"attempts\":1},\"next\":\"end\"}",
            "\"caller\":\"waits\","
        );
        Assert.Equal(
            [("CXF2401", "/caller"), ("CXF2203", "/steps/call/retry")],
            ExampleFlows.Read(document).Diagnostics.Select(said => (said.Code, said.Pointer))
        );
    }
}
