using static Cxf.Flows.Tests.Compiling.LoweringTests;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Loops, compiled and run: what a body sees, the order of results, and the keys of calls.</summary>
public sealed class LoopTests : IDisposable
{
    private readonly EmbeddedFlows _flows = new();

    public void Dispose() => _flows.Dispose();

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
    public void A_decision_as_the_first_step_of_a_loop_passes_the_item_on_every_branch()
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
}
