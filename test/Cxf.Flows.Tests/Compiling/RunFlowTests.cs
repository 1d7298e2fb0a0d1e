using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Flows that run other flows, compiled in or live.</summary>
public sealed class RunFlowTests : IDisposable
{
    private const string Child = """
        { "flowId": "child", "caller": "CALLER", "start": "find_1", "steps": {
            "find_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "{% '/customers/' & $payload.number %}",
             "timeoutSeconds": 2, "next": "decision_1" },
            "decision_1": { "kind": "decision", "choices": [{ "when": "{% $find_1.body.known %}", "next": "respond_1" }],
             "otherwise": "fail_1" },
            "respond_1": { "kind": "respond", "message": "{% 'Found ' & $payload.number %}",
             "outputs": { "name": "{% $find_1.body.name %}", "flow": "{% $flow.flowId & $flow.version %}",
             "contact": "{% $contact.contactId %}" } },
            "fail_1": { "kind": "fail", "message": "Nobody has this number." } } }
        """;

    private readonly EmbeddedFlows _flows = new() { CallApi = (_, _) => EmbeddedFlows.Answer("""{"known":true,"name":"Ada"}""") };

    public static TheoryData<string, string?, string> Ways =>
        new()
        {
            { "pinned", "2", "continues" },
            { "pinned", "2", "waits" },
            { "waits", null, "continues" },
            { "waits", null, "waits" },
            { "continues", null, "continues" },
        };

    public void Dispose() => _flows.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_other_flows_answer_is_the_steps_result(string child, string? version, string caller)
    {
        Provide(child);
        var view = _flows.Run(Parent(version, caller));
        var answer = JsonElement.Parse(LoweringTests.Message(view));
        Assert.Equal("Found 12", answer.GetProperty("message").GetString());
        Assert.Equal("Ada", answer.GetProperty("outputs").GetProperty("name").GetString());
        Assert.Equal("c-1", answer.GetProperty("outputs").GetProperty("contact").GetString());
        Assert.Equal(version is null ? "child3" : "child2", answer.GetProperty("outputs").GetProperty("flow").GetString());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_other_flows_fail_step_is_a_failure_with_its_sentence(string child, string? version, string caller)
    {
        Provide(child);
        _flows.CallApi = (_, _) => EmbeddedFlows.Answer("""{"known":false}""");
        var uncaught = _flows.Run(Parent(version, caller), name: "a");
        Assert.Equal(("FlowFailed", "Nobody has this number."), (uncaught.Error, uncaught.Cause));
        var any = _flows.Run(Parent(version, caller, """ "onError": { "any": "respond_2" }, """), name: "b");
        Assert.Equal("FlowFailed", LoweringTests.Message(any));
        var named = _flows.Run(Parent(version, caller, """ "onError": { "FlowFailed": "respond_2" }, """), name: "c");
        Assert.Equal("FlowFailed", LoweringTests.Message(named));
        var other = _flows.Run(Parent(version, caller, """ "onError": { "ApiTimeout": "respond_2" }, """), name: "d");
        Assert.Equal("FlowFailed", other.Error);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_other_flows_error_is_our_word(string child, string? version, string caller)
    {
        Provide(child);
        _flows.CallApi = (_, _) => EmbeddedFlows.Failure("Sandbox.Timedout");
        var caught = _flows.Run(Parent(version, caller, """ "onError": { "ApiTimeout": "respond_2" }, """), name: "a");
        Assert.Equal("ApiTimeout", LoweringTests.Message(caught));
        var any = _flows.Run(Parent(version, caller, """ "onError": { "any": "respond_2" }, """), name: "b");
        Assert.Equal("ApiTimeout", LoweringTests.Message(any));
    }

    [Theory]
    [InlineData(StateMachineType.Express, "continues")]
    [InlineData(StateMachineType.Express, "waits")]
    [InlineData(StateMachineType.Standard, "continues")]
    public void A_live_flow_that_takes_too_long_is_a_FlowTimeout(StateMachineType child, string caller)
    {
        _flows.PublishEndless("child", child);
        var view = _flows.Run(Parent(null, caller, """ "onError": { "FlowTimeout": "respond_2" }, """));
        Assert.Equal("FlowTimeout", LoweringTests.Message(view));
    }

    [Fact]
    public void Whether_the_caller_waits_follows_from_what_is_compiled_in()
    {
        _flows.Pin(Child.Replace("CALLER", "auto"), 2);
        Assert.Equal(StateMachineType.Express, _flows.Create(Parent("2", "auto")).Compiled.Type);
        _flows.Pin(Child.Replace("CALLER", "auto").Replace("\"timeoutSeconds\": 2", "\"timeoutSeconds\": 20"), 2);
        Assert.Equal(StateMachineType.Standard, _flows.Create(Parent("2", "auto")).Compiled.Type);
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("continues")]
    public void A_live_run_is_named_by_the_run_the_step_and_the_rounds_of_its_loops(string child)
    {
        Provide(child);
        _flows.Run(
            LoweringTests.Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% [1, 2] %}", "atMost": 2, "start": "run_flow_1", "steps": {
                    "run_flow_1": { "kind": "runFlow", "flowId": "child", "payload": { "number": "{% $item %}" } } },
                     "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($for_each_1.message) %}" }
                """,
                "parent"
            )
        );
        var names = _flows.Service.ViewAll().Select(view => view.Name).Order().ToList();
        Assert.Equal(new[] { Name("run-1/run_flow_1/0"), Name("run-1/run_flow_1/1"), "run-1" }.Order(), names);

        static string Name(string work) => "c-1-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(work)))[..32];
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("continues")]
    public void A_live_run_is_one_of_its_own_with_the_payload_it_is_given(string child)
    {
        Provide(child);
        var view = _flows.Run(
            LoweringTests.Standard(
                "run_flow_1",
                """
                "run_flow_1": { "kind": "runFlow", "flowId": "child", "payload": { "number": "{% $payload.n %}",
                 "list": ["{% [1, 2] %}", "{% 3 %}", "a\"b"], "none": null, "deep": { "x": true } }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $run_flow_1.message %}" }
                """,
                "parent"
            ),
            """{"n":"7"}"""
        );
        Assert.Equal("Found 7", LoweringTests.Message(view));
        var run = Assert.Single(_flows.Service.ViewAll(), one => one.Name != "run-1");
        var input = _flows
            .Service.HistoryOf(run.ExecutionArn)
            .Select(one => one.Details)
            .OfType<StatesLanguage.History.ExecutionStartedDetails>()
            .Single()
            .Input;
        const string payload = """{"number":"7","list":[[1,2],3,"a\"b"],"none":null,"deep":{"x":true}}""";
        var hash =
            child == "waits"
                ? ","
                    + "\"receivedHash\":\""
                    + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("run-1/run_flow_1" + payload)))
                    + "\""
                : "";
        Assert.Equal(
            $$"""{"contact":{"contactId":"c-1","customerNumber":"+12025550100"},"payload":{{payload}}{{hash}}}""",
            input.ToString()
        );
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("continues")]
    public void A_payload_value_that_is_nothing_is_an_error_and_not_left_out(string child)
    {
        Provide(child);
        var view = _flows.Run(
            LoweringTests.Standard(
                "run_flow_1",
                """
                "run_flow_1": { "kind": "runFlow", "flowId": "child", "payload": { "number": "{% $payload.missing %}" },
                 "onError": { "FlowExpression": "respond_2" }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "never" },
                "respond_2": { "kind": "respond", "message": "{% $run_flow_1.error %}" }
                """,
                "parent"
            )
        );
        Assert.Equal("FlowExpression", LoweringTests.Message(view));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_body_can_end_with_another_flows_answer(string child, string? version, string caller)
    {
        Provide(child);
        var view = _flows.Run(
            LoweringTests.Flow(
                "parallel_1",
                $$"""
                "parallel_1": { "kind": "parallel", "branches": { "a": { "start": "run_flow_1", "steps": {
                    "run_flow_1": { "kind": "runFlow", "flowId": "child", "version": {{version
                    ?? "\"live\""}}, "payload": { "number": 1 } } } } }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $parallel_1.a.message %}" }
                """,
                caller,
                "parent"
            )
        );
        Assert.Equal("Found 1", LoweringTests.Message(view));
    }

    [Fact]
    public void What_a_compiled_in_flow_brings_along_is_prefixed_with_the_steps_label()
    {
        Provide("pinned");
        var view = _flows.Run(Parent("2", "continues"));
        Assert.Equal(
            ["run_flow_1", "run_flow_1_find_1", "run_flow_1_decision_1", "run_flow_1_respond_1", "respond_1"],
            _flows.Path(view)
        );
        Assert.Equal("run-1/run_flow_1_find_1", Assert.Single(_flows.Calls).GetProperty("idempotencyKey").GetString());
    }

    [Fact]
    public void A_flow_can_be_compiled_in_twice_and_inside_another_one()
    {
        _flows.Pin(Child.Replace("CALLER", "continues"), 2);
        _flows.Pin(
            """
            { "flowId": "middle", "start": "run_flow_1", "steps": {
                "run_flow_1": { "kind": "runFlow", "flowId": "child", "version": 2,
                 "payload": { "number": "{% $payload.n + 1 %}" }, "next": "transform_1" },
                "transform_1": { "kind": "transform", "assign": { "text": "{% $run_flow_1.message & $payload.n %}" },
                 "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $text %}" } } }
            """,
            5
        );
        var view = _flows.Run(
            LoweringTests.Standard(
                "a",
                """
                "a": { "kind": "runFlow", "flowId": "middle", "version": 5, "payload": { "n": 1 }, "next": "b" },
                "b": { "kind": "runFlow", "flowId": "middle", "version": 5, "payload": { "n": 10 }, "next": "text" },
                "text": { "kind": "transform", "assign": { "out": "{% $a.message & ', ' & $b.message %}" }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $out %}" }
                """,
                "parent"
            )
        );
        Assert.Equal("Found 21, Found 1110", LoweringTests.Message(view));
    }

    [Fact]
    public void A_name_that_is_too_long_or_taken_is_shortened_by_a_hash()
    {
        var longLabel = "step_" + new string('x', 75);
        _flows.Pin(Child.Replace("find_1", longLabel).Replace("CALLER", "auto"), 2);
        var view = _flows.Run(
            LoweringTests.Standard(
                "run_flow_1",
                """
                "run_flow_1": { "kind": "runFlow", "flowId": "child", "version": 2, "payload": { "number": 1 },
                 "next": "run_flow_1_respond_1" },
                "run_flow_1_respond_1": { "kind": "respond", "message": "{% $run_flow_1.message %}" }
                """,
                "parent"
            )
        );
        Assert.Equal("Found 1", LoweringTests.Message(view));
        var path = _flows.Path(view);
        Assert.All(path, state => Assert.InRange(state.Length, 1, 80));
        Assert.Matches("^run_flow_1_step_x+_[0-9a-f]{8}$", path[1]);
        Assert.Matches("^run_flow_1_respond_1_[0-9a-f]{8}$", path[3]);
        Assert.Equal("run_flow_1_respond_1", path[4]);
    }

    [Fact]
    public void A_label_that_is_what_a_name_would_be_shortened_to_is_kept_apart()
    {
        _flows.Pin(Child.Replace("CALLER", "auto"), 2);
        var shortened = "run_flow_1_respond_1_" + Convert.ToHexStringLower(SHA256.HashData("run_flow_1/respond_1"u8))[..8];
        var view = _flows.Run(
            LoweringTests.Standard(
                "run_flow_1",
                $$"""
                "run_flow_1": { "kind": "runFlow", "flowId": "child", "version": 2, "payload": { "number": 1 },
                 "next": "run_flow_1_respond_1" },
                "run_flow_1_respond_1": { "kind": "wait", "seconds": 1, "next": "{{shortened}}" },
                "{{shortened}}": { "kind": "respond", "message": "{% $run_flow_1.message %}" }
                """,
                "parent"
            )
        );
        Assert.Equal("Found 1", LoweringTests.Message(view));
        Assert.Equal(_flows.Path(view).Count, _flows.Path(view).Distinct().Count());
    }

    private void Provide(string child)
    {
        if (child == "pinned")
        {
            _flows.Pin(Child.Replace("CALLER", "auto"), 2);
        }
        else
        {
            _flows.Publish(Child.Replace("CALLER", child));
        }
    }

    private static string Parent(string? version, string caller, string more = "") =>
        LoweringTests.Flow(
            "run_flow_1",
            $$"""
        "run_flow_1": { "kind": "runFlow", "flowId": "child", "version": {{version ?? "\"live\""}}, "payload": { "number": 12 },
         {{more}} "next": "respond_1" },
        "respond_1": { "kind": "respond", "message": "{% $string($run_flow_1) %}" }{{(more.Length == 0 ? "" : """
        , "respond_2": { "kind": "respond", "message": "{% $run_flow_1.error %}" }
        """)}}
        """,
            caller,
            "parent"
        );
}
