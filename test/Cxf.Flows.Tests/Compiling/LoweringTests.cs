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

    [Theory]
    [InlineData(201, """{"id":"7"}""")]
    [InlineData(404, """{"none":true}""")]
    public void A_step_with_error_branches_and_without_next_ends_its_branch(int status, string result)
    {
        _flows.CallApi = (_, _) =>
            status == 201 ? EmbeddedFlows.Answer("""{"id":"7"}""", 201) : EmbeddedFlows.Failure("ApiNotFound");
        var view = _flows.Run(
            Standard(
                "parallel_1",
                """
                "parallel_1": { "kind": "parallel", "branches": {
                    "a": { "start": "find_1", "steps": {
                      "find_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x",
                        "onError": { "any": "none_1" } },
                      "none_1": { "kind": "fail", "message": "Not found." } } },
                    "b": { "start": "one_1", "steps": { "one_1": { "kind": "transform", "assign": { "x": 1 } } } } },
                  "onError": { "any": "none_2" }, "next": "respond_1" },
                "none_2": { "kind": "respond", "message": "{\"none\":true}" },
                "respond_1": { "kind": "respond", "message": "{% $string($parallel_1.a.body) %}" }
                """
            )
        );
        Assert.Equal(result, Message(view));
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
