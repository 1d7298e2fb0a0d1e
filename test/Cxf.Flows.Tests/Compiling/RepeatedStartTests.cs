using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Live flows whose start is repeated although the first one arrived: its answer was lost on the way.</summary>
public sealed class RepeatedStartTests : IDisposable
{
    private const string Child = """
        { "flowId": "child", "caller": "waits", "start": "order_1", "steps": {
            "order_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders", "timeoutSeconds": 1,
             "next": "wait_1" },
            "wait_1": { "kind": "wait", "seconds": 1, "next": "decision_1" },
            "decision_1": { "kind": "decision", "choices": [{ "when": "{% $order_1.body.ok %}", "next": "respond_1" }],
             "otherwise": "fail_1" },
            "respond_1": { "kind": "respond", "message": "Ordered.", "outputs": { "id": "{% $order_1.body.id %}" } },
            "fail_1": { "kind": "fail", "message": "Sold out." } } }
        """;

    private readonly EmbeddedFlows _flows = new() { CallApi = (_, _) => EmbeddedFlows.Answer("""{"ok":true,"id":"o-1"}""") };

    public static TheoryData<string> Callers => ["continues", "waits"];

    public void Dispose() => _flows.Dispose();

    [Theory]
    [MemberData(nameof(Callers))]
    public void The_first_starts_answer_is_the_steps_result_and_nothing_is_done_twice(string caller)
    {
        LoseFirstAnswer();
        var view = _flows.Run(Parent(caller));
        Assert.Equal("""{"message":"Ordered.","outputs":{"id":"o-1"}}""", LoweringTests.Message(view));
        Assert.Single(_flows.Calls);
        Assert.Contains("run_flow_1 claimed", _flows.Path(view));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void The_first_starts_failure_is_the_steps_with_its_sentence(string caller)
    {
        _flows.CallApi = (_, _) => EmbeddedFlows.Answer("""{"ok":false}""");
        LoseFirstAnswer();
        var view = _flows.Run(Parent(caller));
        Assert.Equal((ExecutionStatus.Failed, "FlowFailed", "Sold out."), (view.Status, view.Error, view.Cause));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_branch_for_the_error_code_of_the_first_start_is_taken(string caller)
    {
        _flows.CallApi = (_, _) => EmbeddedFlows.Failure("Sandbox.Timedout");
        LoseFirstAnswer();
        var view = _flows.Run(Parent(caller, """ "onError": { "ApiTimeout": "respond_2" }, """));
        Assert.Equal("ApiTimeout", LoweringTests.Message(view));
    }

    [Fact]
    public async Task A_claimed_run_that_leaves_no_answer_is_a_FlowTimeout_when_its_machine_has_given_up()
    {
        _flows.Publish(Child);
        await _flows.Tables.RunAsync(
            "putItem",
            JsonElement.Parse(
                $$$"""
                {"TableName":"runs","Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#{{{ChildName}}}"},
                 "claimedBy":{"S":"another"},"endsBy":{"N":"{{{EmbeddedFlows.Start.ToUnixTimeSeconds()
                    + 5}}}"} } }
                """
            ),
            TestContext.Current.CancellationToken
        );
        var view = _flows.Run(Parent("continues", """ "onError": { "FlowTimeout": "respond_2" }, """));
        Assert.Equal("FlowTimeout", LoweringTests.Message(view));
        Assert.Equal(5, _flows.Path(view).Count(state => state == "run_flow_1 record"));
        Assert.Empty(_flows.Calls);
    }

    [Fact]
    public void In_a_loop_each_round_reads_its_own_run()
    {
        _flows.CallApi = (_, request) =>
            EmbeddedFlows.Answer($$"""{"ok":true,"id":"{{request.GetProperty("idempotencyKey").GetString()}}"}""");
        var (zero, one) = (NameOf("run-1/run_flow_1/0"), NameOf("run-1/run_flow_1/1"));
        LoseFirstAnswer();
        var view = _flows.Run(
            LoweringTests.Standard(
                "for_each_1",
                """
                "for_each_1": { "kind": "forEach", "items": "{% [1, 2] %}", "atMost": 2, "start": "run_flow_1",
                 "steps": { "run_flow_1": { "kind": "runFlow", "flowId": "child" } }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% $string($for_each_1.outputs.id) %}" }
                """,
                "parent"
            )
        );
        Assert.Equal($"""["{zero}/order_1","{one}/order_1"]""", LoweringTests.Message(view));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_run_of_that_name_with_another_payload_is_a_RequestKeyConflict(string caller)
    {
        _flows.Begin(_flows.Publish(Child), """{"other":true}""", ChildName);
        var view = _flows.Run(Parent(caller));
        Assert.Equal((ExecutionStatus.Failed, "RequestKeyConflict"), (view.Status, view.Error));
        Assert.Single(_flows.Calls);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_repeated_start_whose_payload_has_chance_in_it_is_a_RequestKeyConflict(string caller)
    {
        LoseFirstAnswer();
        var view = _flows.Run(Parent(caller, """ "payload": { "id": "{% $uuid() %}" }, "onError": { "any": "respond_2" }, """));
        Assert.Equal("RequestKeyConflict", LoweringTests.Message(view));
        Assert.Single(_flows.Calls);
    }

    [Theory]
    [InlineData(7_999)]
    [InlineData(8_000)]
    [InlineData(20_000)]
    public void A_long_payload_is_compared_to_its_end(int length)
    {
        LoseFirstAnswer();
        var same = _flows.Run(
            Parent(
                "continues",
                $$""" "payload": { "text": "{{new string('x', length)}}" }, "onError": { "any": "respond_2" }, """
            )
        );
        Assert.StartsWith("""{"message":"Ordered.""", LoweringTests.Message(same));
        LoseFirstAnswer();
        var padding = new string('x', length);
        var other = _flows.Run(
            Parent(
                "continues",
                $$""" "payload": { "text": "{% '{{padding}}' & $uuid() %}" }, "onError": { "any": "respond_2" }, """
            ),
            name: "run-2"
        );
        Assert.Equal("RequestKeyConflict", LoweringTests.Message(other));
    }

    private void LoseFirstAnswer()
    {
        var losses = 1;
        _flows.StartLosses = _ => losses-- > 0 ? StartLoss.Answer : StartLoss.None;
        _flows.Publish(Child);
    }

    private static string ChildName => NameOf("run-1/run_flow_1");

    private static string NameOf(string work) =>
        "c-1-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(work)))[..32];

    private static string Parent(string caller, string more = "") =>
        LoweringTests.Flow(
            "run_flow_1",
            $$"""
        "run_flow_1": { "kind": "runFlow", "flowId": "child", {{more}} "next": "respond_1" },
        "respond_1": { "kind": "respond", "message": "{% $string($run_flow_1) %}" }{{(more.Length == 0 ? "" : """
        , "respond_2": { "kind": "respond", "message": "{% $run_flow_1.error %}" }
        """)}}
        """,
            caller,
            "parent"
        );
}
