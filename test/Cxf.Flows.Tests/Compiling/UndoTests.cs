using System.Text.Json;
using Cxf.Flows.Compiling;
using Cxf.StatesLanguage.Execution;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>What happens to what was done when a flow fails: compiled flows run in the embedded Step Functions.</summary>
public sealed class UndoTests
{
    private const string Booking = """
        "order": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders", "timeoutSeconds": 1,
        "undo": "cancel", "next": "pay" },
        "pay": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/payments", "timeoutSeconds": 1,
        "undo": "refund", "next": "last" },
        "last": LAST,
        "refund": { "kind": "restApi", "connection": "crm", "method": "DELETE",
        "path": "{% '/payments/' & $pay.body.step %}", "timeoutSeconds": 1 },
        "cancel": { "kind": "restApi", "connection": "crm", "method": "DELETE",
        "path": "{% '/orders/' & $order.body.step %}", "timeoutSeconds": 1 }
        """;

    private const string Call =
        """{ "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x", "timeoutSeconds": 1, "next": "done" }""";

    // One step that is undone and nothing slow after it: all that a caller can wait for.
    private const string Quick = """
        "order": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders", "timeoutSeconds": 1,
        "undo": "cancel", "next": "last" },
        "last": LAST,
        "cancel": { "kind": "restApi", "connection": "crm", "method": "DELETE",
        "path": "{% '/orders/' & $order.body.step %}", "timeoutSeconds": 1 }
        """;

    /// <summary>What fails after the others, with which error, and whether a caller can wait for it.</summary>
    public static TheoryData<string, string, bool> Failures { get; } =
        new()
        {
            { Call, "ApiRejected", false },
            { """{ "kind": "fail", "message": "No." }""", "FlowFailed", true },
            { """{ "kind": "transform", "assign": { "x": "{% $error('no') %}" }, "next": "done" }""", "FlowExpression", true },
            { """{ "kind": "transform", "assign": { "x": "{% $order.body.no %}" }, "next": "done" }""", "FlowExpression", true },
            {
                """
                    { "kind": "decision", "choices": [{ "when": "{% $order.body.step %}", "next": "done" }], "otherwise": "done" }
                    """,
                "FlowExpression",
                true
            },
            {
                """
                    { "kind": "decision", "choices": [{ "when": "{% $order.status = 200 %}", "next": "sorry" }],
                    "otherwise": "done" }
                    """,
                "FlowFailed",
                false
            },
            {
                """{ "kind": "wait", "seconds": "{% $order.status * 1000 %}", "atMostSeconds": 1, "next": "done" }""",
                "FlowExpression",
                false
            },
            {
                """{ "kind": "wait", "until": "2030-01-01T00:00:00Z", "atMostSeconds": 1, "next": "done" }""",
                "FlowExpression",
                false
            },
            { """{ "kind": "respond", "message": "{% $error('no') %}" }""", "FlowExpression", true },
            {
                """
                    { "kind": "parallel", "branches": { "a": { "start": "a", "steps": { "a": CALL } }, "b": { "start": "b",
                    "steps": { "b": { "kind": "wait", "seconds": 1 } } } }, "next": "done" }
                    """,
                "ApiRejected",
                false
            },
            {
                """
                    { "kind": "forEach", "items": "{% [1..3] %}", "atMost": 1, "start": "a",
                    "steps": { "a": { "kind": "transform", "assign": { "x": 1 } } }, "next": "done" }
                    """,
                "FlowExpression",
                true
            },
            {
                """
                    { "kind": "forEach", "items": "{% [1] %}", "atMost": 1, "start": "a", "steps": { "a": { "kind": "decision",
                    "choices": [{ "when": "{% $index = 0 %}", "next": "b" }], "otherwise": "c" }, "b": { "kind": "fail",
                    "message": "No." }, "c": { "kind": "transform", "assign": { "x": 1 } } }, "next": "done" }
                    """,
                "FlowFailed",
                true
            },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Whatever_fails_later_undoes_what_was_done_in_reverse_order(string last, string error, bool canWait)
    {
        foreach (var caller in canWait ? new[] { "waits", "continues" } : ["continues"])
        {
            using var flows = new EmbeddedFlows();
            flows.CallApi = (label, _) =>
                label is "last" or "a"
                    ? EmbeddedFlows.Failure("ApiRejected")
                    : EmbeddedFlows.Answer($$"""{"step":"{{label}}"}""");
            var document = (caller == "waits" ? Quick : Booking).Replace(
                "LAST",
                last.Replace("CALL", Call.Replace(", \"next\": \"done\"", ""))
            );
            var run = flows.Run(Flow(document, caller));
            Assert.Equal(ExecutionStatus.Failed, run.Status);
            Assert.Equal(error, AwsErrors.CodeFor(run.Error!));
            Assert.Equal(
                caller == "waits" ? ["DELETE /orders/order"] : ["DELETE /payments/pay", "DELETE /orders/order"],
                flows.Calls.Select(Sent).SkipWhile(call => !call.StartsWith("DELETE"))
            );
            if (caller == "waits")
            {
                Assert.Equal(("FAILED", error), (flows.Record()!["status"], flows.Record()!["error"]));
            }
        }
    }

    [Fact]
    public void Nothing_is_undone_when_the_flow_succeeds()
    {
        using var flows = new EmbeddedFlows();
        var run = flows.Run(Flow(Booking.Replace("LAST", Call), "continues"));
        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(["POST /orders", "POST /payments", "GET /x"], flows.Calls.Select(Sent));
        Assert.Equal("Done.", JsonElement.Parse(run.Output!).GetProperty("message").GetString());
    }

    [Fact]
    public void A_step_that_failed_itself_is_not_undone_and_what_came_before_it_is()
    {
        using var flows = new EmbeddedFlows();
        flows.CallApi = (label, _) =>
            label == "pay" ? EmbeddedFlows.Failure("ApiTimeout") : EmbeddedFlows.Answer("""{"step":"x"}""");
        var run = flows.Run(Flow(Booking.Replace("LAST", Call), "continues"));
        Assert.Equal("ApiTimeout", run.Error);
        Assert.Equal(["POST /orders", "POST /payments", "DELETE /orders/x"], flows.Calls.Select(Sent));
    }

    [Fact]
    public void An_undo_step_that_fails_neither_changes_the_answer_nor_stops_the_next_one()
    {
        using var flows = new EmbeddedFlows();
        flows.CallApi = (label, _) =>
            label == "refund" ? EmbeddedFlows.Failure("ApiUnavailable") : EmbeddedFlows.Answer($$"""{"step":"{{label}}"}""");
        var run = flows.Run(Flow(Booking.Replace("LAST", """{ "kind": "fail", "message": "No." }"""), "continues"));
        Assert.Equal(("FlowFailed", "No."), (run.Error, run.Cause));
        Assert.Equal(["refund", "cancel"], flows.Path(run).Where(state => state is "refund" or "cancel"));
    }

    private const string Last = """
        "last": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x", "timeoutSeconds": 1, BRANCH
        "next": "sorry" },
        """;

    private const string Cancel = """
        "cancel": { "kind": "restApi", "connection": "crm", "method": "DELETE", "path": "/orders", "timeoutSeconds": 1 },
        """;

    // The error branch that leads to the fail step, the step's own error code, and the failure.
    [Theory]
    [InlineData("", "", "FlowFailed", "No.")]
    [InlineData("", "\"errorCode\": \"OutOfStock\",", "FlowFailed.OutOfStock", "No.")]
    [InlineData("\"onError\": { \"any\": \"sorry\" },", "", "FlowFailed.ApiRejected", "No.")]
    [InlineData("\"onError\": { \"ApiRejected\": \"sorry\" },", "", "FlowFailed.ApiRejected", "No.")]
    [InlineData("\"onError\": { \"any\": \"sorry\" },", "\"errorCode\": \"OutOfStock\",", "FlowFailed.OutOfStock", "No.")]
    public void The_caller_hears_the_sentence_of_the_fail_step_whether_something_is_undone_or_not(
        string branch,
        string code,
        string error,
        string cause
    )
    {
        foreach (var undo in new[] { "", "\"undo\": \"cancel\"," })
        {
            // A caller cannot wait for two calls and an undo.
            foreach (var caller in branch.Length == 0 ? new[] { "waits", "continues" } : ["continues"])
            {
                using var flows = new EmbeddedFlows();
                flows.CallApi = (label, _) =>
                    label == "last" && branch.Length > 0
                        ? EmbeddedFlows.Failure("ApiRejected")
                        : EmbeddedFlows.Answer("""{"step":"x"}""");
                var run = flows.Run(
                    $$"""
                    {"flowId":"f","caller":"{{caller}}","start":"order","steps":{
                      "order": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders", "timeoutSeconds": 1,
                      {{undo}} "next": "{{(branch.Length == 0 ? "sorry" : "last")}}" },
                      {{(branch.Length == 0 ? "" : Last.Replace("BRANCH", branch))}}
                      {{(undo.Length == 0 ? "" : Cancel)}}
                      "sorry": { "kind": "fail", {{code}} "message": "No." }
                    } }
                    """
                );
                Assert.Equal((error, cause), (run.Error, run.Cause));
                Assert.Equal(undo.Length > 0, flows.Calls.Select(Sent).Contains("DELETE /orders"));
            }
        }
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("continues")]
    public void Only_what_the_path_did_is_undone(string caller)
    {
        const string steps = """
            "either": { "kind": "decision", "choices": [{ "when": "{% $payload.way = 'one' %}", "next": "one" }],
            "otherwise": "two" },
            "one": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/one", "timeoutSeconds": 1,
            "undo": "no_one", "onError": { "any": "sorry" }, "next": "sorry" },
            "two": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/two", "timeoutSeconds": 1,
            "undo": "no_two", "next": "sorry" },
            "no_one": { "kind": "restApi", "connection": "crm", "method": "DELETE", "path": "/one", "timeoutSeconds": 1 },
            "no_two": { "kind": "restApi", "connection": "crm", "method": "DELETE", "path": "/two", "timeoutSeconds": 1 }
            """;
        foreach (var (way, fails, expected) in new[] { ("one", "", "one"), ("two", "", "two"), ("one", "one", "") })
        {
            using var flows = new EmbeddedFlows();
            flows.CallApi = (label, _) => label == fails ? EmbeddedFlows.Failure("ApiTimeout") : EmbeddedFlows.Answer("1");
            flows.Run(Flow(steps, caller, "either"), $$"""{"way":"{{way}}"}""");
            Assert.Equal(
                expected.Length == 0 ? [] : [$"DELETE /{expected}"],
                flows.Calls.Select(Sent).Where(call => call.StartsWith("DELETE"))
            );
        }
    }

    [Fact]
    public void Guarded_steps_do_what_unguarded_ones_do()
    {
        // Lists of one value, nulls, and a loop whose passes are counted.
        const string steps = """
            "order": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders", "timeoutSeconds": 1,
            UNDO "next": "set" },
            "set": { "kind": "transform", "assign": { "one": "{% [$order.status] %}", "many": [[1], null, []], "none": null,
            "tries": 0 }, "next": "again" },
            "again": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/again", "timeoutSeconds": 1,
            "next": "more" },
            "more": { "kind": "transform", "assign": { "tries": "{% $tries + 1 %}" }, "next": "enough" },
            "enough": { "kind": "decision", "choices": [{ "when": "{% $tries < 3 %}", "next": "again" },
            { "when": "{% $tries = 3 %}", "next": "pause" }], "otherwise": "pause" },
            "pause": { "kind": "wait", "seconds": "{% $tries %}", "atMostSeconds": 3, "next": "told" },
            "told": {
            "kind": "respond", "message": "{% 'Tried ' & $tries & $string($one) & $string($many) & $string($none) %}",
            "outputs": { "tries": "{% $tries %}" } }CANCEL
            """;
        const string cancel = """
            ,
            "cancel": { "kind": "restApi", "connection": "crm", "method": "DELETE", "path": "/orders", "timeoutSeconds": 1 }
            """;
        var (plain, undoable) = (new EmbeddedFlows(), new EmbeddedFlows());
        using (plain)
        using (undoable)
        {
            var before = plain.Run(Flow(steps.Replace("UNDO", "").Replace("CANCEL", ""), "continues"));
            var after = undoable.Run(Flow(steps.Replace("UNDO", "\"undo\": \"cancel\",").Replace("CANCEL", cancel), "continues"));
            Assert.Equal((before.Status, before.Output), (after.Status, after.Output));
            Assert.Contains("Tried 3[200][[1],null,[]]null", after.Output);
            Assert.Equal(plain.Calls.Select(KeyOf), undoable.Calls.Select(KeyOf));
            Assert.Equal(before.StopDate - before.StartDate, after.StopDate - after.StartDate);
        }
    }

    [Fact]
    public void Each_undo_has_a_key_of_its_own_that_its_retries_keep()
    {
        using var flows = new EmbeddedFlows();
        var tries = 0;
        flows.CallApi = (label, _) =>
            label == "refund" && ++tries < 3 ? EmbeddedFlows.Failure("ApiUnavailable")
            : label == "last" ? EmbeddedFlows.Failure("ApiRejected")
            : EmbeddedFlows.Answer($$"""{"step":"{{label}}"}""");
        var document = Flow(Booking.Replace("LAST", Call), "continues")
            .Replace("$pay.body.step %}\"", "$pay.body.step %}\", \"retry\": { \"attempts\": 2 }");
        flows.Run(document);
        Assert.Equal(
            ["run-1/order", "run-1/pay", "run-1/last", "run-1/refund", "run-1/refund", "run-1/refund", "run-1/cancel"],
            flows.Calls.Select(KeyOf)
        );
    }

    [Fact]
    public void A_version_that_is_compiled_in_undoes_its_own_steps_before_its_caller_undoes_others()
    {
        using var flows = new EmbeddedFlows();
        flows.Pin(
            """
            { "flowId": "book", "start": "order", "steps": {
              "order": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/inner", "timeoutSeconds": 1,
              "undo": "cancel", "next": "no" },
              "cancel": { "kind": "restApi", "connection": "crm", "method": "DELETE", "path": "/inner", "timeoutSeconds": 1 },
              "no": { "kind": "fail", "message": "Inner." }
            } }
            """,
            2
        );
        var run = flows.Run(
            Flow(
                Booking.Replace("LAST", """{ "kind": "runFlow", "flowId": "book", "version": 2, "next": "done" }"""),
                "continues"
            )
        );
        Assert.Equal(("FlowFailed", "Inner."), (run.Error, run.Cause));
        Assert.Equal(
            ["POST /orders", "POST /payments", "POST /inner", "DELETE /inner", "DELETE /payments/pay", "DELETE /orders/order"],
            flows.Calls.Select(Sent)
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(null)]
    public void A_flow_that_was_run_can_be_undone_as_a_whole(int? version)
    {
        const string book = """
            { "flowId": "book", "caller": "waits", "start": "order", "steps": {
              "order": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/inner", "timeoutSeconds": 1,
              "onError": { "any": "no" }, "next": "yes" },
              "no": { "kind": "fail", "message": "Inner." },
              "yes": { "kind": "respond", "message": "Booked.", "outputs": { "id": "{% $order.body.step %}" } }
            } }
            """;
        foreach (var fails in new[] { false, true })
        {
            using var flows = new EmbeddedFlows();
            flows.Publish(book);
            flows.Pin(book, 2);
            flows.CallApi = (label, _) =>
                fails && label.EndsWith("order") ? EmbeddedFlows.Failure("ApiRejected") : EmbeddedFlows.Answer("""{"step":7}""");
            var run = flows.Run(
                Flow(
                    $$"""
                    "book": { "kind": "runFlow", "flowId": "book"{{(
                        version is null ? "" : $", \"version\": {version}"
                    )}}, "undo": "cancel", "onError": { "any": "sorry" }, "next": "sorry" },
                    "cancel": { "kind": "restApi", "connection": "crm", "method": "DELETE",
                    "path": "{% '/inner/' & $book.outputs.id %}", "timeoutSeconds": 1 }
                    """,
                    "continues",
                    "book"
                )
            );
            Assert.Equal(("FlowFailed", "No."), (run.Error, run.Cause));
            Assert.Equal(fails ? ["POST /inner"] : ["POST /inner", "DELETE /inner/7"], flows.Calls.Select(Sent));
        }
    }

    private static string Flow(string steps, string caller, string start = "order") =>
        $$"""{"flowId":"f","caller":"{{caller}}","start":"{{start}}","steps":{"""
        + steps
        + (steps.Contains("\"done\"") ? ",\"done\":{\"kind\":\"respond\",\"message\":\"Done.\"}" : "")
        + (steps.Contains("\"sorry\"") ? ",\"sorry\":{\"kind\":\"fail\",\"message\":\"No.\"}" : "")
        + "}}";

    private static string KeyOf(JsonElement call) => call.GetProperty("idempotencyKey").GetString()!;

    private static string Sent(JsonElement call) =>
        $"{call.GetProperty("request").GetProperty("method")} {call.GetProperty("request").GetProperty("path")}";
}
