using System.Text.Json;
using Cxf.Flows.Analysis;

namespace Cxf.Flows.Tests.Checks;

public sealed class LoopTests
{
    [Theory]
    [InlineData("0", "{% $tries + 1 %}", "{% $tries < 5 %}", true, 5)]
    [InlineData("0", "{% $tries + 1 %}", "{% $tries <= 5 %}", true, 6)]
    [InlineData("0", "{% 2 + $tries %}", "{% $tries < 5 %}", true, 3)]
    [InlineData("\"{% 10 %}\"", "{% $tries - 1 %}", "{% $tries > 7 %}", true, 3)]
    [InlineData("0", "{% $tries + 1 %}", "{% $payload.retry and 5 > $tries %}", true, 5)]
    [InlineData("0", "{% $tries + 1 %}", "{% $tries >= 5 %}", false, 5)]
    [InlineData("0", "{% $tries + 1 %}", "{% $tries >= 5 or $payload.done %}", false, 5)]
    [InlineData("0", "{% $tries + 1 %}", "{% $not($tries < 5) %}", false, 5)]
    [InlineData("9", "{% $tries + 1 %}", "{% $tries < 5 %}", true, 1)]
    public void A_counter_bounds_the_rounds(string start, string step, string when, bool stays, int rounds) =>
        Assert.Equal(rounds, Rounds(Document(start, step, when, stays)));

    [Fact]
    public void A_counter_that_is_compared_before_it_moves_allows_one_round_more() =>
        Assert.Equal(
            6,
            Rounds(
                FlowBuilder.Flow(
                    Steps("0", "{% $tries + 1 %}", "{% $tries < 5 %}", true)
                        .Replace("},\"next\":\"call\"}", "},\"next\":\"ask\"}"),
                    "\"caller\":\"continues\","
                )
            )
        );

    [Theory]
    [InlineData("0", "{% $tries - 1 %}", "{% $tries < 5 %}", true)]
    [InlineData("0", "{% $tries * 2 %}", "{% $tries < 5 %}", true)]
    [InlineData("0", "{% $tries + $payload.n %}", "{% $tries < 5 %}", true)]
    [InlineData("\"{% $payload.n %}\"", "{% $tries + 1 %}", "{% $tries < 5 %}", true)]
    [InlineData("0", "{% $tries + 1 %}", "{% $tries < 5 or $payload.more %}", true)]
    [InlineData("0", "{% $tries + 1 %}", "{% $tries >= 5 and $payload.done %}", false)]
    [InlineData("0", "{% $tries + 0 %}", "{% $tries < 5 %}", true)]
    [InlineData("0", "{% $tries + 1 %}", "{% $payload.more %}", true)]
    public void What_proves_nothing_bounds_nothing(string start, string step, string when, bool stays)
    {
        Assert.Null(Rounds(Document(start, step, when, stays)));
        Assert.Contains("CXF2004", Documents.Read(Document(start, step, when, stays)).Diagnostics.Select(said => said.Code));
    }

    [Fact]
    public void A_round_that_goes_past_the_counter_is_not_bounded()
    {
        var steps = Steps("0", "{% $tries + 1 %}", "{% $tries < 5 %}", true)
            .Replace("\"next\":\"count\"", "\"onError\":{\"ApiTimeout\":\"call\"},\"next\":\"count\"");
        Assert.Null(Rounds(FlowBuilder.Flow(steps, "\"caller\":\"continues\",")));
    }

    [Fact]
    public void A_loop_that_waits_without_counting_is_only_a_warning() =>
        Assert.Equal(
            ["CXF2005"],
            FlowBuilder.Codes(
                "\"call\":{"
                    + FlowBuilder.Call
                    + ",\"next\":\"pause\"},\"pause\":{\"kind\":\"wait\",\"seconds\":5,\"next\":\"ask\"},"
                    + "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $call.body = 'done' %}\","
                    + "\"next\":\"end\"}],\"otherwise\":\"call\"}"
            )
        );

    [Theory]
    [InlineData(19, "wait1 → wait2 → wait3 → wait4 → wait5 → wait6 → wait7 → wait8 → wait9 → wait10 → wait11 → ")]
    [InlineData(20, "wait1 → wait2 → wait3 → wait4 → wait5 → wait6 → wait7 → wait8 → wait9 → wait10 → … → wait12 → ")]
    public void Of_a_long_loop_the_first_and_the_last_steps_are_shown(int steps, string shown)
    {
        var waits = Enumerable
            .Range(1, steps - 1)
            .Select(n =>
                $"\"wait{n}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"{(n == steps - 1 ? "ask" : $"wait{n + 1}")}\"}},"
            );
        const string ask =
            "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $payload.more %}\",\"next\":\"wait1\"}],"
            + "\"otherwise\":\"end\"}";
        var said = Assert.Single(
            Documents.Read(FlowBuilder.Flow(string.Concat(waits) + ask, "\"caller\":\"continues\",")).Diagnostics
        );
        Assert.Contains("of the loop " + shown, said.Message);
        Assert.EndsWith($" → wait{steps - 1} → ask → wait1.", said.Message);
    }

    private static string Document(string start, string step, string when, bool stays) =>
        FlowBuilder.Flow(Steps(start, step, when, stays), "\"caller\":\"continues\",");

    private static string Steps(string start, string step, string when, bool stays) =>
        "\"begin\":{\"kind\":\"transform\",\"assign\":{\"tries\":"
        + start
        + "},\"next\":\"call\"},"
        + "\"call\":{"
        + FlowBuilder.Call
        + ",\"next\":\"count\"},"
        + "\"count\":{\"kind\":\"transform\",\"assign\":{\"tries\":"
        + JsonSerializer.Serialize(step)
        + "},\"next\":\"ask\"},"
        + "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":"
        + JsonSerializer.Serialize(when)
        + ",\"next\":\""
        + (stays ? "call" : "end")
        + "\"}],"
        + "\"otherwise\":\""
        + (stays ? "end" : "call")
        + "\"}";

    private static int? Rounds(string document)
    {
        var source = Cxf.Documents.JsonSource.Parse(document);
        var flow = Reading(source);
        var graph = flow.Analysis.Graph;
        var loop = graph.Root.Loops.Single(graph.Root.IsLoop);
        return LoopBound.Of(graph.Root, loop, graph.Data)?.Rounds;
    }

    // The flow as read, whatever its checks say about the loop.
    private static Model.FlowDefinition Reading(Cxf.Documents.JsonSource source)
    {
        var reader = new Cxf.Documents.JsonDocumentReader(source, FlowCodes.Shape);
        return Flows.Reading.FlowReader.ReadFlow(reader.Root)!;
    }
}
