using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;

namespace Cxf.Flows.Tests.FlowTests;

public sealed class NestedFlowTests
{
    private const string Loop = """
        {
          "flowId": "loop", "caller": "continues", "start": "for_each_1",
          "input": { "type": "object", "properties": { "ids": { "type": "array", "items": { "type": "string" } } } },
          "steps": {
            "for_each_1": {
              "kind": "forEach", "items": "{% $payload.ids %}", "atMost": 5, "concurrency": 2, "start": "call_1",
              "steps": {
                "call_1": {
                  "kind": "restApi", "connection": "crm", "method": "GET", "path": "{% '/' & $item %}",
                   "select": "{ 'state': state }",
                  "retry": { "attempts": 1 }, "onError": { "ApiNotFound": "unknown_1" }, "next": "known_1"
                },
                "known_1": { "kind": "transform", "assign": { "state": "{% $call_1.body.state %}" } },
                "unknown_1": { "kind": "transform", "assign": { "state": "unknown" } }
              },
              "onError": { "ApiTimeout": "fail_1", "any": "fail_1" },
              "next": "respond_1"
            },
            "respond_1": { "kind": "respond", "message": "{% $join($for_each_1.state, ', ') %}" },
            "fail_1": { "kind": "fail", "message": "{% $for_each_1.error %}" }
          },
          "tests": [ TEST ]
        }
        """;

    private const string Both = """
        {
          "flowId": "both", "caller": "continues", "start": "parallel_1",
          "steps": {
            "parallel_1": {
              "kind": "parallel",
              "branches": {
                "slow": { "start": "slow_1", "steps": {
                  "slow_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/slow", "select": "{ 'x': x }",
                   "next": "slow_2" },
                  "slow_2": { "kind": "transform", "assign": { "x": "{% $slow_1.body.x %}" } } } },
                "quick": { "start": "quick_1", "steps": {
                  "quick_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/quick", "select": "{ 'x': x }",
                   "next": "quick_2" },
                  "quick_2": { "kind": "decision", "choices": [{ "when": "{% $quick_1.body.x > 9 %}", "next": "fail_2" }],
                   "otherwise": "quick_3" },
                  "quick_3": { "kind": "transform", "assign": { "x": "{% $quick_1.body.x %}" } },
                  "fail_2": { "kind": "fail", "message": "Too much." } } }
              },
              "onError": { "FlowFailed": "respond_2", "any": "respond_2" },
              "next": "respond_1"
            },
            "respond_1": { "kind": "respond", "message": "{% $string($parallel_1.slow.x + $parallel_1.quick.x) %}" },
            "respond_2": { "kind": "respond", "message": "{% $parallel_1.error %}" }
          },
          "tests": [ TEST ]
        }
        """;

    private const string Child = """
        {
          "flowId": "child", "caller": "continues", "start": "call_1",
          "steps": {
            "call_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/", "select": "{ 'x': x }",
             "next": "decision_1" },
            "decision_1": { "kind": "decision", "choices": [{ "when": "{% $call_1.body.x = 1 %}", "next": "respond_1" }],
             "otherwise": "fail_1" },
            "respond_1": { "kind": "respond", "message": "One" },
            "fail_1": { "kind": "fail", "message": "Not one." }
          }
        }
        """;

    private const string Parent = """
        {
          "flowId": "parent", "caller": "continues", "start": "run_flow_1",
          "steps": {
            "run_flow_1": { "kind": "runFlow", "flowId": "child", VERSION "payload": { "n": 1 },
             "onError": { "FlowFailed": "respond_2", "any": "respond_3" }, "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{% $run_flow_1.message %}" },
            "respond_2": { "kind": "respond", "message": "{% 'Failed: ' & $run_flow_1.error %}" },
            "respond_3": { "kind": "respond", "message": "{% 'Other: ' & $run_flow_1.error %}" }
          },
          "tests": [ TEST ]
        }
        """;

    [Fact]
    public void Iterations_have_their_own_answers_and_stand_together_in_the_path()
    {
        var result = Run(
            Loop,
            """
            "payload": { "ids": ["a", "b", "c"] },
            "answers": { "call_1": [[{ "status": 200, "body": { "state": "open" }, "afterSeconds": 2 }], [503, { "status": 200,
             "body": { "state": "shut" } }], [404]] },
            "expect": { "status": "SUCCEEDED", "message": "open, shut, unknown",
              "path": ["for_each_1", "call_1", "known_1", "call_1", "known_1", "call_1", "unknown_1", "respond_1"] }
            """
        ).Results[0];
        Assert.Empty(result.Differences);
        Assert.InRange(result.Duration, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("""[[200],[200]]""", "answers.call_1[1]", "1 call", "0 calls")]
    [InlineData("""[]""", "answers.call_1", "0 calls", "at least 1 call, and call 1 has no answer")]
    [InlineData("""[[503]]""", "answers.call_1[0]", "1 call", "at least 2 calls, and call 2 has no answer")]
    public void Missing_and_unused_answers_of_an_iteration_are_reported_with_its_index(
        string answers,
        string what,
        string expected,
        string actual
    )
    {
        var differences = Run(
            Loop,
            $$"""
            "payload": { "ids": ["a"] }, "answers": { "call_1": {{answers}} }, "expect": { "status": "SUCCEEDED" }
            """
        )
            .Results[0]
            .Differences;
        Assert.Contains((what, expected, actual), differences.Select(one => (one.What, one.Expected, one.Actual)));
    }

    [Fact]
    public void An_error_that_ends_a_loop_takes_the_branch_of_its_word()
    {
        var report = Run(
            Loop,
            """
            "payload": { "ids": ["a"] }, "answers": { "call_1": [["timeOut"]] },
            "expect": { "status": "FAILED", "message": "ApiTimeout", "path": ["for_each_1", "call_1", "fail_1"] }
            """
        );
        Assert.Empty(report.Results[0].Differences);
        Assert.Equal(["onError/ApiTimeout"], Taken(report));
    }

    [Fact]
    public void Branches_stand_in_the_path_in_the_order_of_the_document_however_long_they_take()
    {
        var report = Run(
            Both,
            """
            "answers": { "slow_1": [{ "status": 200, "body": { "x": 1 }, "afterSeconds": 2 }], "quick_1": [{ "status": 200,
             "body": { "x": 2 } }] },
            "expect": { "status": "SUCCEEDED", "message": "3", "path": ["parallel_1", "slow_1", "slow_2", "quick_1", "quick_2",
             "quick_3", "respond_1"] }
            """
        );
        Assert.Empty(report.Results[0].Differences);
        Assert.Equal(TimeSpan.FromSeconds(2), report.Results[0].Duration);
        Assert.Equal(["next", "next", "next", "otherwise"], Taken(report));
    }

    [Fact]
    public void A_fail_step_in_a_branch_takes_the_branch_of_FlowFailed()
    {
        var report = Run(
            Both,
            """
            "answers": { "slow_1": [{ "status": 200, "body": { "x": 1 }, "afterSeconds": 2 }], "quick_1": [{ "status": 200,
             "body": { "x": 10 } }] },
            "expect": { "status": "SUCCEEDED", "message": "FlowFailed", "path": ["parallel_1", "slow_1", "quick_1", "quick_2",
             "fail_2", "respond_2"] }
            """
        );
        Assert.Empty(report.Results[0].Differences);
        Assert.Contains("onError/FlowFailed", Taken(report));
        Assert.DoesNotContain("onError/any", Taken(report));
    }

    [Theory]
    [InlineData(
        """{ "status": 200, "body": { "x": 1 } }""",
        "One",
        """["run_flow_1", "run_flow_1_call_1", "run_flow_1_decision_1", "run_flow_1_respond_1", "respond_1"]""",
        "next"
    )]
    [InlineData(
        """{ "status": 200, "body": { "x": 2 } }""",
        "Failed: FlowFailed",
        """["run_flow_1", "run_flow_1_call_1", "run_flow_1_decision_1", "run_flow_1_fail_1", "respond_2"]""",
        "onError/FlowFailed"
    )]
    [InlineData("500", "Other: ApiUnavailable", """["run_flow_1", "run_flow_1_call_1", "respond_3"]""", "onError/any")]
    public void A_flow_that_is_compiled_in_runs_as_it_is_under_its_own_names(
        string answer,
        string message,
        string path,
        string way
    )
    {
        var report = Run(
            Parent.Replace("VERSION", "\"version\": 2,"),
            $$"""
            "answers": { "run_flow_1_call_1": [{{answer}}] }, "expect": { "status": "SUCCEEDED", "message": "{{message}}",
             "path": {{path}} }
            """
        );
        Assert.Empty(report.Results[0].Differences);
        Assert.Equal([way], Taken(report));
    }

    [Fact]
    public void An_answer_for_a_step_that_the_compiled_in_flow_does_not_have_fails_the_test()
    {
        var differences = Run(
            Parent.Replace("VERSION", "\"version\": 2,"),
            """
            "answers": { "run_flow_1_call_9": [200] }, "expect": { "status": "SUCCEEDED" }
            """
        )
            .Results[0]
            .Differences;
        Assert.Contains(
            new FlowTestDifference(
                "answers.run_flow_1_call_9",
                "a step that calls something",
                "(nothing)",
                "/tests/0/answers/run_flow_1_call_9"
            ),
            differences
        );
    }

    [Theory]
    [InlineData(StateMachineType.Express)]
    [InlineData(StateMachineType.Standard)]
    public void A_live_flow_is_answered_as_its_type_of_machine_would(StateMachineType type)
    {
        foreach (
            var (answer, message, way) in new[]
            {
                ("""{ "message": "One", "outputs": { "x": 1 }, "afterSeconds": 0.5 }""", "One", "next"),
                ("""{ "error": "FlowFailed", "message": "Not one." }""", "Failed: FlowFailed", "onError/FlowFailed"),
                ("\"FlowTimeout\"", "Other: FlowTimeout", "onError/any"),
                ("\"ApiRejected\"", "Other: ApiRejected", "onError/any"),
            }
        )
        {
            var report = Run(
                Parent.Replace("VERSION", ""),
                $$"""
                "answers": { "run_flow_1": [{{answer}}] },
                "expect": { "status": "SUCCEEDED", "message": "{{message}}",
                 "requests": { "run_flow_1": [{ "payload": { "n": 1 } }] } }
                """,
                type
            );
            Assert.Empty(report.Results[0].Differences);
            Assert.Equal([way], Taken(report));
        }
    }

    private static IEnumerable<string> Taken(FlowTestReport report) =>
        report.Ways.Where(way => way.Taken > 0).Select(way => way.Name);

    private static FlowTestReport Run(string flow, string test, StateMachineType childType = StateMachineType.Standard)
    {
        var reading = Documents.Read(flow.Replace("TEST", $$"""{ "name": "It works", {{test}} }"""));
        Assert.True(reading.Flow is not null, string.Join('\n', reading.Diagnostics));
        var child = FlowId.Parse("child");
        var target = new CompilationTarget(
            TenantId.Parse("acme"),
            1,
            "arn:aws:lambda:us-east-1:111122223333:function:CallApi:live"
        )
        {
            LiveFlows = new Dictionary<FlowId, LiveChild>
            {
                [child] = new(
                    "arn:aws:states:us-east-1:111122223333:stateMachine:child:live",
                    childType,
                    TimeSpan.FromSeconds(2)
                ),
            },
            PinnedFlows = new Dictionary<PinnedVersion, FlowDefinition>
            {
                [new PinnedVersion(child, 2)] = Documents.Read(Child).Flow!,
            },
        };
        return FlowTestRunner.Run(
            reading.Flow,
            FlowCompiler.Compile(reading.Flow, target),
            target,
            TestContext.Current.CancellationToken
        );
    }
}
