using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Tests.Checks;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Tests.Timing;

public sealed class FlowTimingTests
{
    private const double Transition = 0.01;

    [Fact]
    public void A_call_counts_its_tasks_timeout_and_one_refused_invocation()
    {
        // 1 s is 2 s for the task; refused once: 0.1 s and a wait of 1 s.
        var timing = Timing("\"call\":{" + FlowBuilder.Call + ",\"next\":\"end\"}");
        Assert.Equal(2 + 1.1 + (2 * Transition), timing.Longest.WorstCase!.Value.TotalSeconds, 6);
        Assert.Equal(StateMachineType.Express, timing.Type);
        Assert.Equal(6.5, timing.Budget.TotalSeconds);
    }

    [Fact]
    public void Retries_count_every_attempt_and_the_waits_between_them()
    {
        // Three attempts of 2 s, waits of 2 and 6 s.
        var timing = Timing(
            "\"call\":{"
                + FlowBuilder.Call
                + ",\"retry\":{\"attempts\":2,\"intervalSeconds\":2,\"backoffRate\":3},\"next\":\"end\"}"
        );
        Assert.Equal(6 + 8 + 1.1 + (2 * Transition), timing.WhenWaiting.WorstCase!.Value.TotalSeconds, 6);
        Assert.Equal(StateMachineType.Standard, timing.Type);
    }

    [Fact]
    public void The_longest_of_several_paths_counts_and_its_slowest_step_is_named()
    {
        var timing = Timing(
            "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $payload.a %}\",\"next\":\"quick\"}],"
                + "\"otherwise\":\"slow\"},"
                + "\"quick\":{"
                + FlowBuilder.Call
                + ",\"next\":\"end\"},"
                + "\"slow\":{"
                + FlowBuilder.Call.Replace("\"timeoutSeconds\":1", "\"timeoutSeconds\":20")
                + ",\"next\":\"end\"}"
        );
        Assert.Equal("ask → slow → end", timing.WhenWaiting.ToString());
        Assert.Equal("slow", timing.WhenWaiting.Slowest!.Slowest);
    }

    [Fact]
    public void Branches_run_side_by_side_and_items_in_groups()
    {
        var parallel = Timing(
            "\"both\":{\"kind\":\"parallel\",\"branches\":{\"one\":"
                + Body("a", 3)
                + ",\"two\":"
                + Body("b", 7)
                + "},\"next\":\"end\"}"
        );
        Assert.Equal(7 + (3 * Transition), parallel.Longest.WorstCase!.Value.TotalSeconds, 6);
        Assert.Equal("b", parallel.Longest.Slowest!.Slowest);

        // Ten items, four at once: three rounds.
        var loop = Timing(
            "\"all\":{\"kind\":\"forEach\",\"items\":\"{% $payload.o %}\",\"atMost\":10,\"concurrency\":4,"
                + "\"start\":\"w\",\"steps\":{\"w\":{\"kind\":\"wait\",\"seconds\":5}},\"next\":\"end\"}"
        );
        Assert.Equal((3 * (5 + (2 * Transition))) + (2 * Transition), loop.Longest.WorstCase!.Value.TotalSeconds, 6);
    }

    [Fact]
    public void A_counted_loop_is_bounded_and_another_is_not()
    {
        const string loop =
            "\"begin\":{\"kind\":\"transform\",\"assign\":{\"n\":0},\"next\":\"pause\"},\"pause\":{\"kind\":\"wait\","
            + "\"seconds\":10,\"next\":\"count\"},"
            + "\"count\":{\"kind\":\"transform\",\"assign\":{\"n\":\"{% $n + 1 %}\"},\"next\":\"ask\"},"
            + "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $n < 5 %}\",\"next\":\"pause\"}],"
            + "\"otherwise\":\"end\"}";
        var counted = Timing(loop);
        Assert.Equal("begin → (pause → count → ask)×5 → end", counted.Longest.ToString());
        Assert.Equal((5 * (10 + (3 * Transition))) + (2 * Transition), counted.Longest.WorstCase!.Value.TotalSeconds, 6);

        var once = Timing(loop.Replace("$n < 5", "$n < 1"));
        Assert.Equal("begin → (pause → count → ask)×1 → end", once.Longest.ToString());

        var slowLast = Timing(
            loop.Replace("\"seconds\":10,\"next\":\"count\"", "\"seconds\":1,\"next\":\"more\"")
                .Replace("\"count\":{", "\"more\":{\"kind\":\"wait\",\"seconds\":2,\"next\":\"count\"},\"count\":{")
        );
        Assert.Equal("more", slowLast.Longest.Slowest!.Slowest);

        var endless = Timing(loop.Replace("$n < 5", "$payload.more"));
        Assert.Null(endless.Longest.WorstCase);
        Assert.Equal(StateMachineType.Standard, endless.Type);
    }

    [Fact]
    public void A_run_that_must_be_claimed_counts_two_writes()
    {
        var reading = Timing("\"call\":{" + FlowBuilder.Call + ",\"next\":\"end\"}");
        var writing = Timing("\"call\":{" + FlowBuilder.Call.Replace("GET", "POST") + ",\"next\":\"end\"}");
        Assert.Equal(0.2, (writing.Longest.WorstCase - reading.Longest.WorstCase)!.Value.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("", StateMachineType.Express, null)]
    [InlineData("\"caller\":\"waits\",", StateMachineType.Express, null)]
    [InlineData("\"caller\":\"continues\",", StateMachineType.Standard, null)]
    [InlineData("\"callerLimitSeconds\":4,", StateMachineType.Standard, "CXF2402")]
    [InlineData("\"callerLimitSeconds\":5,", StateMachineType.Express, null)]
    [InlineData("\"caller\":\"waits\",\"callerLimitSeconds\":4,", StateMachineType.Express, "CXF2401")]
    public void The_mode_follows_from_the_author_and_the_callers_limit(string more, StateMachineType type, string? code)
    {
        const string call = "\"call\":{" + FlowBuilder.Call + ",\"next\":\"end\"}";
        Assert.Equal(type, Timing(call, more).Type);
        Assert.Equal(code is null ? [] : [code], FlowBuilder.Codes(call, more));
    }

    [Fact]
    public void Two_short_calls_of_which_one_writes_fit_a_caller_who_waits() =>
        Assert.True(
            Timing(
                "\"look\":{"
                    + FlowBuilder.Call
                    + ",\"next\":\"write\"},\"write\":{"
                    + FlowBuilder.Call.Replace("GET", "POST")
                    + ",\"next\":\"end\"}"
            ).FitsCaller
        );

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", false)]
    public void What_claiming_a_run_takes_can_be_what_makes_it_too_long_for_its_caller(string method, bool fits)
    {
        // Two calls of 3.1 s and 11 transitions are 6.31 s of 6.5; two writes of 0.1 s besides are too much.
        var call = FlowBuilder.Call.Replace("GET", method);
        var between = string.Concat(
            Enumerable
                .Range(1, 8)
                .Select(n => $"\"t{n}\":{{\"kind\":\"transform\",\"assign\":{{\"x\":1}},\"next\":\"t{n + 1}\"}},")
        );
        var timing = Timing($"\"one\":{{{call},\"next\":\"t1\"}},{between}\"t9\":{{{call},\"next\":\"end\"}}");
        Assert.Equal(fits, timing.FitsCaller);
    }

    [Fact]
    public void A_run_of_a_live_flow_counts_its_start_a_refusal_and_the_other_flows_longest_path()
    {
        var live = new Dictionary<FlowId, LiveFlowFacts>
        {
            [FlowId.Parse("child")] = new(StateMachineType.Express, TimeSpan.FromSeconds(3)),
        };
        var timing = Timing("\"run_1\":{\"kind\":\"runFlow\",\"flowId\":\"child\",\"next\":\"end\"}", live: live);

        // The start takes 0.25 s and is refused once, as a call is; a state of its own reads how the run ended.
        Assert.Equal(
            3 + 0.25 + 1.1 + (3 * Transition),
            timing.WhenWaiting.WorstCase!.Value.TotalSeconds - timing.WhenWaiting.Claim.TotalSeconds,
            6
        );
    }

    private static string Body(string label, int seconds) =>
        $"{{\"start\":\"{label}\",\"steps\":{{\"{label}\":{{\"kind\":\"wait\",\"seconds\":{seconds}}}}}}}";

    private static FlowTiming Timing(string steps, string more = "", IReadOnlyDictionary<FlowId, LiveFlowFacts>? live = null)
    {
        var reader = new Cxf.Documents.JsonDocumentReader(
            Cxf.Documents.JsonSource.Parse(FlowBuilder.Flow(steps, more)),
            FlowCodes.Shape
        );
        return FlowTiming.Of(Flows.Reading.FlowReader.ReadFlow(reader.Root)!, live);
    }
}
