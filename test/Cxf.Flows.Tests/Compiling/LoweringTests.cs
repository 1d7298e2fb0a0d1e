using System.Text.Json;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Each kind of step, compiled and run: it does what the language says.</summary>
public sealed class LoweringTests : IDisposable
{
    private readonly EmbeddedFlows _flows = new();

    public void Dispose() => _flows.Dispose();

    [Fact]
    public void A_transform_sets_variables_that_do_not_see_each_other()
    {
        var view = _flows.Run(
            Standard(
                "transform_1",
                """
                "transform_1": { "kind": "transform", "assign": { "a": 1, "b": "{% $payload.b %}" }, "next": "transform_2" },
                "transform_2": { "kind": "transform", "assign": { "a": "{% $b %}", "b": "{% $a %}",
                 "c": { "list": ["{% $a + 1 %}", "text"] } }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($a) & $string($b) & $string($c) %}" }
                """
            ),
            """{"b":2}"""
        );
        Assert.Equal("""21{"list":[2,"text"]}""", Message(view));
        Assert.Equal(["transform_1", "transform_2", "respond_1"], _flows.Path(view));
    }

    [Theory]
    [InlineData("\"seconds\": 90", 90)]
    [InlineData("\"seconds\": \"{% $payload.minutes * 60 %}\", \"atMostSeconds\": 120", 120)]
    [InlineData("\"until\": \"2026-01-01T00:00:30Z\", \"atMostSeconds\": 30", 30)]
    [InlineData("\"until\": \"{% $fromMillis($millis() + 5000) %}\", \"atMostSeconds\": 10", 5)]
    [InlineData("\"until\": \"2025-01-01T00:00:00Z\", \"atMostSeconds\": 1", 0)]
    public void A_wait_waits(string wait, int seconds)
    {
        var view = _flows.Run(
            Standard(
                "wait_1",
                $$"""
                "wait_1": { "kind": "wait", {{wait}}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "waited" }
                """
            ),
            """{"minutes":2}"""
        );
        Assert.Equal("waited", Message(view));
        Assert.Equal(TimeSpan.FromSeconds(seconds), view.StopDate - view.StartDate);
    }

    [Theory]
    [InlineData("\"seconds\": \"{% 121 %}\", \"atMostSeconds\": 120", "The wait is longer than 120 seconds.")]
    [InlineData(
        "\"until\": \"{% '2026-01-01T00:02:00.001Z' %}\", \"atMostSeconds\": 120",
        "The wait is longer than 120 seconds."
    )]
    [InlineData("\"seconds\": \"{% $payload.soon %}\", \"atMostSeconds\": 120", "")]
    public void A_wait_beyond_its_bound_fails_before_it_begins(string wait, string cause)
    {
        var view = _flows.Run(
            Standard(
                "wait_1",
                $$"""
                "wait_1": { "kind": "wait", {{wait}}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "waited" }
                """
            ),
            """{"soon":"soon"}"""
        );
        Assert.Equal("States.QueryEvaluationError", view.Error);
        Assert.Contains(cause, view.Cause);
        Assert.Equal(view.StartDate, view.StopDate);
    }

    [Fact]
    public void The_branches_of_a_parallel_step_give_their_results_by_name()
    {
        _flows.CallApi = (label, _) => EmbeddedFlows.Answer(label == "tickets_1" ? "[[1]]" : "\"lead\"");
        var view = _flows.Run(
            Standard(
                "parallel_1",
                """
                "parallel_1": { "kind": "parallel", "branches": {
                    "crm": { "start": "crm_1", "steps": { "crm_1": { "kind": "restApi", "connection": "crm", "method": "GET",
                     "path": "/leads" } } },
                    "list": { "start": "tickets_1", "steps": {
                        "tickets_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/tickets",
                         "next": "tickets_2" },
                        "tickets_2": { "kind": "transform", "assign": { "all": "{% $tickets_1.body %}" } } } },
                    "pause": { "start": "wait_1", "steps": { "wait_1": { "kind": "wait", "seconds": 3 } } } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond",
                 "message": "{% $string({'crm': $parallel_1.crm.body, 'list': $parallel_1.list, 'pause': $parallel_1.pause}) %}" }
                """
            )
        );
        Assert.Equal("""{"crm":"lead","list":{"all":[[1]]},"pause":{}}""", Message(view));
        Assert.Equal(TimeSpan.FromSeconds(3), view.StopDate - view.StartDate);
    }

    [Fact]
    public void What_a_branch_assigns_stays_in_it_and_what_is_outside_is_seen_in_it()
    {
        var view = _flows.Run(
            Standard(
                "transform_1",
                """
                "transform_1": { "kind": "transform", "assign": { "outside": "o" }, "next": "parallel_1" },
                "parallel_1": { "kind": "parallel", "branches": {
                    "a": { "start": "a_1", "steps": { "a_1": { "kind": "transform", "assign": { "same": "{% $outside & 'a' %}" },
                     "next": "a_2" }, "a_2": { "kind": "transform", "assign": { "x": "{% $same %}" } } } },
                    "b": { "start": "b_1", "steps": { "b_1": { "kind": "transform", "assign": { "same": "{% $outside & 'b' %}" },
                     "next": "b_2" }, "b_2": { "kind": "transform", "assign": { "x": "{% $same %}" } } } } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $parallel_1.a.x & $parallel_1.b.x %}" }
                """
            )
        );
        Assert.Equal("oaob", Message(view));
    }

    [Theory]
    [InlineData("ApiTimeout", "named", "ApiTimeout")]
    [InlineData("Sandbox.Timedout", "named", "ApiTimeout")]
    [InlineData("Lambda.ServiceException", "other", "ApiUnavailable")]
    [InlineData("ApiRejected", "other", "ApiRejected")]
    public void A_branch_that_fails_is_caught_by_its_word(string error, string where, string word)
    {
        _flows.CallApi = (_, _) => EmbeddedFlows.Failure(error);
        var view = _flows.Run(
            Standard(
                "parallel_1",
                """
                "parallel_1": { "kind": "parallel", "branches": {
                    "crm": { "start": "crm_1", "steps": { "crm_1": { "kind": "restApi", "connection": "crm", "method": "GET",
                     "path": "/leads" } } },
                    "pause": { "start": "wait_1", "steps": { "wait_1": { "kind": "wait", "seconds": 30 } } } },
                  "onError": { "any": "respond_2", "ApiTimeout": "respond_1" }, "next": "respond_3" },
                "respond_1": { "kind": "respond", "message": "{% 'named ' & $parallel_1.error %}" },
                "respond_2": { "kind": "respond", "message": "{% 'other ' & $parallel_1.error %}" },
                "respond_3": { "kind": "respond", "message": "never" }
                """
            )
        );
        Assert.Equal($"{where} {word}", Message(view));
        Assert.Equal(view.StartDate, view.StopDate);
    }

    [Fact]
    public void A_fail_step_in_a_branch_fails_the_step()
    {
        const string steps = """
            "parallel_1": { "kind": "parallel", "branches": { "a": { "start": "decision_1", "steps": {
                "decision_1": { "kind": "decision", "choices": [{ "when": "{% $payload.bad %}", "next": "fail_1" }],
                 "otherwise": "a_1" },
                "a_1": { "kind": "transform", "assign": { "x": 1 } },
                "fail_1": { "kind": "fail", "message": "Not today." } } } },
              ERRORS "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{% $string($parallel_1) %}" }
            """;
        Assert.Equal(
            """{"a":{"x":1}}""",
            Message(_flows.Run(Standard("parallel_1", steps.Replace("ERRORS", "")), """{"bad":false}""", "good"))
        );
        var failed = _flows.Run(Standard("parallel_1", steps.Replace("ERRORS", "")), """{"bad":true}""", "bad");
        Assert.Equal(("FlowFailed", "Not today."), (failed.Error, failed.Cause));
        var caught = _flows.Run(
            Standard("parallel_1", steps.Replace("ERRORS", """ "onError": { "FlowFailed": "respond_1" }, """)),
            """{"bad":true}""",
            "caught"
        );
        Assert.Equal("""{"error":"FlowFailed"}""", Message(caught));
    }

    [Theory]
    [InlineData("""[{"n":1},{"n":2},{"n":3}]""", """[{"x":"0:1"},{"x":"1:2"},{"x":"2:3"}]""")]
    [InlineData("""[{"n":7}]""", """[{"x":"0:7"}]""")]
    [InlineData("""{"n":7}""", """[{"x":"0:7"}]""")]
    [InlineData("[]", "[]")]
    [InlineData(null, "[]")]
    public void A_loop_gives_the_results_of_its_items_in_their_order(string? items, string results)
    {
        var view = _flows.Run(
            Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% $payload.items %}", "atMost": 3, "concurrency": 2,
                 "start": "line_1", "steps": {
                    "line_1": { "kind": "transform", "assign": { "text": "{% $index & ':' & $item.n %}" }, "next": "line_2" },
                    "line_2": { "kind": "transform", "assign": { "x": "{% $text %}" } } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($for_each_1) %}" }
                """
            ),
            items is null ? "{}" : $$"""{"items":{{items}}}"""
        );
        Assert.Equal(results, Message(view));
    }

    [Fact]
    public void A_loop_over_more_items_than_its_bound_fails_before_the_first()
    {
        var view = _flows.Run(
            Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% $payload.items %}", "atMost": 2, "start": "line_1", "steps": {
                    "line_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/lines",
                     "body": "{% $item %}" } },
                  "onError": { "FlowExpression": "respond_2" }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "never" },
                "respond_2": { "kind": "respond", "message": "{% $for_each_1.error %}" }
                """
            ),
            """{"items":[1,2,3]}"""
        );
        Assert.Equal("FlowExpression", Message(view));
        Assert.Empty(_flows.Calls);
    }

    [Fact]
    public void Calls_in_a_loop_have_a_key_for_each_round_and_need_no_state_before_them()
    {
        var view = _flows.Run(
            Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% [5, 6] %}", "atMost": 2, "item": "order", "start": "order_1",
                 "steps": {
                    "order_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders",
                     "body": "{% $order %}", "next": "order_2" },
                    "order_2": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/mails",
                     "body": "{% $order %}" } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($for_each_1.body.step) %}" }
                """
            )
        );
        Assert.Equal("""["order_2","order_2"]""", Message(view));
        Assert.Equal(
            ["run-1/order_1/0", "run-1/order_2/0", "run-1/order_1/1", "run-1/order_2/1"],
            _flows.Calls.Select(call => call.GetProperty("idempotencyKey").GetString())
        );
        Assert.Equal(
            ["5", "5", "6", "6"],
            _flows.Calls.Select(call => call.GetProperty("request").GetProperty("body").GetRawText())
        );
        Assert.Equal(["for_each_1", "order_1", "order_2", "order_1", "order_2", "respond_1"], _flows.Path(view));
    }

    [Fact]
    public void A_loop_in_a_loop_in_a_branch_sees_every_variable_around_it()
    {
        var view = _flows.Run(
            Standard(
                "transform_1",
                """
                "transform_1": { "kind": "transform", "assign": { "top": "t" }, "next": "parallel_1" },
                "parallel_1": { "kind": "parallel", "branches": { "only": { "start": "for_each_1", "steps": { "for_each_1": {
                    "kind": "forEach", "items": "{% $payload.orders %}", "atMost": 2, "item": "order", "index": "orderIndex",
                     "start": "for_each_2", "steps": { "for_each_2": {
                      "kind": "forEach", "items": "{% $order.lines %}", "atMost": 2, "item": "line", "index": "lineIndex",
                       "start": "line_1", "steps": {
                        "line_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/lines",
                         "body": "{% $top & $order.id & $line %}" } } } } } } } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($count($parallel_1.only)) %}" }
                """
            ),
            """{"orders":[{"id":"a","lines":["x","y"]},{"id":"b","lines":["z"]}]}"""
        );
        Assert.Equal("2", Message(view));
        Assert.Equal(
            ["tax", "tay", "tbz"],
            _flows.Calls.Select(call => call.GetProperty("request").GetProperty("body").GetString())
        );
        Assert.Equal(
            ["run-1/line_1/0/0", "run-1/line_1/0/1", "run-1/line_1/1/0"],
            _flows.Calls.Select(call => call.GetProperty("idempotencyKey").GetString())
        );
    }

    [Fact]
    public void A_body_that_comes_back_to_its_first_step_keeps_its_item()
    {
        var attempts = 0;
        _flows.CallApi = (_, _) => EmbeddedFlows.Answer(++attempts % 2 == 0 ? "\"done\"" : "\"busy\"");
        var view = _flows.Run(
            Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% ['a', 'b'] %}", "atMost": 2, "start": "poll_1", "steps": {
                    "poll_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "{% '/jobs/' & $item %}",
                     "next": "decision_1" },
                    "decision_1": { "kind": "decision", "choices": [{ "when": "{% $poll_1.body = 'done' %}",
                     "next": "result_1" }], "otherwise": "wait_1" },
                    "wait_1": { "kind": "wait", "seconds": 1, "next": "poll_1" },
                    "result_1": { "kind": "transform", "assign": { "id": "{% $item %}" } } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($for_each_1) %}" }
                """
            )
        );
        Assert.Equal("""[{"id":"a"},{"id":"b"}]""", Message(view));
        Assert.Equal(
            ["/jobs/a", "/jobs/a", "/jobs/b", "/jobs/b"],
            _flows.Calls.Select(call => call.GetProperty("request").GetProperty("path").GetString())
        );
        Assert.Equal(2, _flows.Path(view).Count(state => state == "poll_1 input"));
    }

    [Fact]
    public void A_decision_as_the_first_step_of_a_loop_hands_the_item_on_on_every_way()
    {
        var view = _flows.Run(
            Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% [1, 2] %}", "atMost": 2, "start": "decision_1", "steps": {
                    "decision_1": { "kind": "decision", "choices": [{ "when": "{% $item = 1 %}", "next": "one_1" }],
                     "otherwise": "other_1" },
                    "one_1": { "kind": "transform", "assign": { "x": "{% 'one ' & $item %}" } },
                    "other_1": { "kind": "transform", "assign": { "x": "{% 'other ' & $item %}" } } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($for_each_1.x) %}" }
                """
            )
        );
        Assert.Equal("""["one 1","other 2"]""", Message(view));
        Assert.Equal(["for_each_1", "decision_1", "one_1", "decision_1", "other_1", "respond_1"], _flows.Path(view));
    }

    [Fact]
    public void An_item_survives_the_error_branch_of_the_first_step()
    {
        _flows.CallApi = (_, _) => EmbeddedFlows.Failure("ApiNotFound");
        var view = _flows.Run(
            Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% ['a'] %}", "atMost": 2, "start": "find_1", "steps": {
                    "find_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x",
                     "onError": { "ApiNotFound": "missing_1" } },
                    "missing_1": { "kind": "transform", "assign": { "x": "{% $item & ' ' & $find_1.error %}" } } },
                  "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($for_each_1) %}" }
                """
            )
        );
        Assert.Equal("""[{"x":"a ApiNotFound"}]""", Message(view));
    }

    [Fact]
    public void A_caught_error_of_any_kind_is_our_word()
    {
        _flows.CallApi = (_, _) => EmbeddedFlows.Failure("Lambda.Unknown");
        var view = _flows.Run(
            Standard(
                "rest_api_1",
                """
                "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x",
                 "onError": { "any": "respond_1" }, "next": "respond_2" },
                "respond_1": { "kind": "respond", "message": "{% $rest_api_1.error %}" },
                "respond_2": { "kind": "respond", "message": "never" }
                """
            )
        );
        Assert.Equal("ApiUnavailable", Message(view));
    }

    [Fact]
    public void Pages_are_asked_for_as_the_author_wrote()
    {
        _flows.Run(
            Standard(
                "rest_api_1",
                """
                "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x", "paging": { "by": "link",
                 "maxPages": 3 }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "ok" }
                """
            )
        );
        Assert.Equal(
            """{"by":"link","maxPages":3}""",
            JsonSerializer.Serialize(Assert.Single(_flows.Calls).GetProperty("request").GetProperty("paging"))
        );
    }

    internal static string Standard(string start, string steps, string flowId = "flow") =>
        Flow(start, steps, "continues", flowId);

    internal static string Flow(string start, string steps, string caller, string flowId = "flow") =>
        $$"""{ "flowId": "{{flowId}}", "caller": "{{caller}}", "start": "{{start}}", "steps": { {{steps}} } }""";

    internal static string Message(ExecutionView view)
    {
        Assert.True(view.Status == ExecutionStatus.Succeeded, $"{view.Status}: {view.Error}: {view.Cause}");
        return JsonElement.Parse(view.Output!).GetProperty("message").GetString()!;
    }
}
