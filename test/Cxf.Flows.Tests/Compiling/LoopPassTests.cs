namespace Cxf.Flows.Tests.Compiling;

/// <summary>Loops: every pass makes its own calls and runs flows anew.</summary>
public sealed class LoopPassTests : IDisposable
{
    private const string Count = """
        "count_1": { "kind": "transform", "assign": { "n": "{% $n + 1 %}" }, "next": "again" },
        "again": { "kind": "decision", "choices": [{ "when": "{% $n < 3 %}", "next": "post" }], "otherwise": "END" }
        """;

    private readonly EmbeddedFlows _flows = new();

    public void Dispose() => _flows.Dispose();

    [Fact]
    public void Each_pass_of_a_loop_has_its_key_and_no_state_is_added()
    {
        var view = _flows.Run(Counted("continues"));
        Assert.Equal("3", LoweringTests.Message(view));
        Assert.Equal(["run-1/post/0", "run-1/post/1", "run-1/post/2"], Keys());
        Assert.Equal(
            ["begin", "post", "count_1", "again", "post", "count_1", "again", "post", "count_1", "again", "end"],
            _flows.Path(view)
        );
    }

    [Fact]
    public void A_retry_keeps_the_key_of_its_pass()
    {
        var calls = 0;
        _flows.CallApi = (_, _) => ++calls % 2 == 1 ? EmbeddedFlows.Failure("ApiUnavailable") : EmbeddedFlows.Answer("1");
        _flows.Run(Counted("continues", """ "retry": { "attempts": 1 }, """));
        Assert.Equal(["run-1/post/0", "run-1/post/0", "run-1/post/1", "run-1/post/1", "run-1/post/2", "run-1/post/2"], Keys());
    }

    [Fact]
    public void Steps_outside_of_loops_have_no_pass_in_their_keys_and_loops_without_calls_count_none()
    {
        var (_, compiled, arn) = _flows.Create(
            LoweringTests.Standard(
                "begin",
                """
                "begin": { "kind": "transform", "assign": { "n": 0 }, "next": "before" },
                "before": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "next": "pause" },
                "pause": { "kind": "wait", "seconds": 1, "next": "count_1" },
                "count_1": { "kind": "transform", "assign": { "n": "{% $n + 1 %}" }, "next": "again" },
                "again": { "kind": "decision", "choices": [{ "when": "{% $n < 3 %}", "next": "pause" }], "otherwise": "after" },
                "after": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "next": "end" },
                "end": { "kind": "respond", "message": "done" }
                """
            )
        );
        _flows.Begin(arn);
        _flows.RunClock();
        Assert.Equal(["run-1/before", "run-1/after"], Keys());
        Assert.DoesNotContain("pass", compiled.Definition);
    }

    [Fact]
    public void An_error_branch_that_leads_back_begins_the_next_pass()
    {
        var calls = 0;
        _flows.CallApi = (label, _) =>
            label == "post" && ++calls < 3 ? EmbeddedFlows.Failure("ApiNotFound") : EmbeddedFlows.Answer("1");
        var view = _flows.Run(
            LoweringTests.Standard(
                "look",
                """
                "look": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x", "next": "pause" },
                "pause": { "kind": "wait", "seconds": 1, "next": "post" },
                "post": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x",
                 "onError": { "ApiNotFound": "look" }, "next": "end" },
                "end": { "kind": "respond", "message": "{% $string($post.body) %}" }
                """
            )
        );
        Assert.Equal("1", LoweringTests.Message(view));
        Assert.Equal(["run-1/look/0", "run-1/post/0", "run-1/look/1", "run-1/post/1", "run-1/look/2", "run-1/post/2"], Keys());
        Assert.Equal("look", _flows.Path(view)[0]);
    }

    [Fact]
    public void A_step_that_several_paths_reach_never_has_a_key_twice()
    {
        _flows.Run(
            LoweringTests.Standard(
                "begin",
                """
                "begin": { "kind": "transform", "assign": { "n": 0 }, "next": "even" },
                "even": { "kind": "decision", "choices": [{ "when": "{% $n % 2 = 0 %}", "next": "post" }], "otherwise": "odd" },
                "odd": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "next": "post" },
                "post": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "next": "count_1" },
                "count_1": { "kind": "transform", "assign": { "n": "{% $n + 1 %}" }, "next": "pause" },
                "pause": { "kind": "wait", "seconds": 1, "next": "again" },
                "again": { "kind": "decision", "choices": [{ "when": "{% $n = 2 %}", "next": "odd" }, { "when": "{% $n = 3 %}",
                 "next": "post" }, { "when": "{% $n < 6 %}", "next": "even" }], "otherwise": "end" },
                "end": { "kind": "respond", "message": "done" }
                """
            )
        );
        Assert.Equal(
            ["post", "odd", "post", "odd", "post", "post", "post", "odd", "post"],
            Keys().Select(key => key.Split('/')[1])
        );
        Assert.Equal(9, Keys().Distinct().Count());
    }

    [Fact]
    public void Loops_and_bodies_in_each_other_all_count()
    {
        const string inner = """
            "post": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "next": "count_1" },
            "count_1": { "kind": "transform", "assign": { "m": "{% $exists($m) ? $m + 1 : 1 %}" }, "next": "pause" },
            "pause": { "kind": "wait", "seconds": 1, "next": "again" },
            "again": { "kind": "decision", "choices": [{ "when": "{% $m < 2 %}", "next": "post" }], "otherwise": "last" },
            "last": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x" }
            """;
        var view = _flows.Run(
            LoweringTests.Standard(
                "begin",
                $$"""
                "begin": { "kind": "transform", "assign": { "n": 0 }, "next": "each_1" },
                "each_1": { "kind": "forEach", "items": "{% [1, 2] %}", "atMost": 2, "start": "both", "steps": {
                    "both": { "kind": "parallel", "branches": { "one": { "start": "post", "steps": { {{inner}} } } } } },
                     "next": "more" },
                "more": { "kind": "transform", "assign": { "n": "{% $n + 1 %}" }, "next": "once_more" },
                "once_more": { "kind": "decision", "choices": [{ "when": "{% $n < 2 %}", "next": "each_1" }],
                 "otherwise": "end" },
                "end": { "kind": "respond", "message": "done" }
                """
            )
        );
        Assert.Equal("done", LoweringTests.Message(view));

        // The outer loop's pass, the item, and for a step of the inner loop its pass.
        string[] expected =
        [
            .. from pass in (int[])[0, 1]
            from item in (int[])[0, 1]
            from step in (string[])["post/{0}/{1}/0", "post/{0}/{1}/1", "last/{0}/{1}"]
            select "run-1/" + string.Format(step, pass, item),
        ];
        Assert.Equal(expected, Keys());
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("continues")]
    public void A_live_flow_in_a_loop_runs_in_every_pass(string child)
    {
        _flows.CallApi = (_, request) => EmbeddedFlows.Answer(request.GetProperty("request").GetProperty("body").GetRawText());
        _flows.Publish(
            LoweringTests.Flow(
                "call",
                """
                "call": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "timeoutSeconds": 1,
                 "body": "{% $payload.n %}", "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($call.body) %}" }
                """,
                child,
                "child"
            )
        );
        var view = _flows.Run(Around(""" "kind": "runFlow", "flowId": "child", "payload": { "n": "{% $n %}" } """));
        Assert.Equal("012", LoweringTests.Message(view));
        Assert.Equal(3, Keys().Distinct().Count());
        Assert.Equal(4, _flows.Service.ViewAll().Select(run => run.Name).Distinct().Count());
    }

    [Fact]
    public void A_flow_that_is_compiled_in_counts_its_own_passes_in_every_pass_around_it()
    {
        _flows.Pin(Counted("auto").Replace("\"flow\"", "\"child\""), 2);
        var view = _flows.Run(Around(""" "kind": "runFlow", "flowId": "child", "version": 2 """));
        Assert.Equal("333", LoweringTests.Message(view));
        Assert.Equal(
            from outer in (int[])[0, 1, 2]
            from inner in (int[])[0, 1, 2]
            select $"run-1/post_post/{outer}/{inner}",
            Keys()
        );
    }

    [Fact]
    public void A_variable_of_the_counters_name_stays_the_authors()
    {
        var view = _flows.Run(Counted("continues").Replace("$n", "$pass_1").Replace("\"n\"", "\"pass_1\""));
        Assert.Equal("3", LoweringTests.Message(view));
        Assert.Equal(["run-1/post/0", "run-1/post/1", "run-1/post/2"], Keys());
    }

    private IEnumerable<string> Keys() => _flows.Calls.Select(call => call.GetProperty("idempotencyKey").GetString()!);

    private static string Counted(string caller, string more = "") =>
        LoweringTests.Flow(
            "begin",
            $$"""
            "begin": { "kind": "transform", "assign": { "n": 0 }, "next": "post" },
            "post": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "timeoutSeconds": 1,
             {{more}} "next": "count_1" },
            {{Count.Replace("END", "end")}},
            "end": { "kind": "respond", "message": "{% $string($n) %}" }
            """,
            caller
        );

    private static string Around(string step) =>
        LoweringTests.Standard(
            "begin",
            $$"""
            "begin": { "kind": "transform", "assign": { "n": 0, "all": "" }, "next": "post" },
            "post": { {{step}}, "next": "note" },
            "note": { "kind": "transform", "assign": { "all": "{% $all & $post.message %}" }, "next": "count_1" },
            {{Count.Replace("END", "end")}},
            "end": { "kind": "respond", "message": "{% $all %}" }
            """,
            "parent"
        );
}
