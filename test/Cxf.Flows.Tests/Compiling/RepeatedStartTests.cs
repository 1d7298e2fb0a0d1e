using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Live flows whose start is repeated although the first one arrived: its answer was lost on the way.</summary>
public sealed class RepeatedStartTests : IDisposable
{
    private const string Child = """
        { "flowId": "child", "caller": "waits", "start": "order_1", "steps": {
            "order_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders", "timeoutSeconds": 1, "next": "wait_1" },
            "wait_1": { "kind": "wait", "seconds": 1, "next": "decision_1" },
            "decision_1": { "kind": "decision", "choices": [{ "when": "{% $order_1.body.ok %}", "next": "respond_1" }], "otherwise": "fail_1" },
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
        StartFirst();
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
        StartFirst();
        var view = _flows.Run(Parent(caller));
        Assert.Equal((ExecutionStatus.Failed, "FlowFailed", "Sold out."), (view.Status, view.Error, view.Cause));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_branch_for_the_first_starts_error_word_is_taken(string caller)
    {
        _flows.CallApi = (_, _) => EmbeddedFlows.Failure("Sandbox.Timedout");
        StartFirst();
        var view = _flows.Run(Parent(caller, """ "onError": { "ApiTimeout": "respond_2" }, """));
        Assert.Equal("ApiTimeout", LoweringTests.Message(view));
    }

    [Fact]
    public async Task A_claimed_run_that_leaves_no_answer_is_a_FlowTimeout_when_its_machine_has_given_up()
    {
        _flows.Publish(Child);
        await _flows.Tables.RunAsync("putItem", JsonElement.Parse($$$"""
            {"TableName":"runs","Item":{"pk":{"S":"TENANT#acme"},"sk":{"S":"RUN#{{{ChildName}}}"},"claimedBy":{"S":"another"},"endsBy":{"N":"{{{EmbeddedFlows.Start.ToUnixTimeSeconds() + 5}}}"} } }
            """), TestContext.Current.CancellationToken);
        var view = _flows.Run(Parent("continues", """ "onError": { "FlowTimeout": "respond_2" }, """));
        Assert.Equal("FlowTimeout", LoweringTests.Message(view));
        Assert.Equal(5, _flows.Path(view).Count(state => state == "run_flow_1 record"));
        Assert.Empty(_flows.Calls);
    }

    [Fact]
    public void In_a_loop_each_round_reads_its_own_run()
    {
        _flows.CallApi = (_, request) => EmbeddedFlows.Answer($$"""{"ok":true,"id":"{{request.GetProperty("idempotencyKey").GetString()}}"}""");
        var machine = _flows.Publish(Child);
        var (zero, one) = (NameOf("run-1/run_flow_1/0"), NameOf("run-1/run_flow_1/1"));
        _flows.Begin(machine, name: zero);
        var view = _flows.Run(LoweringTests.Standard("for_each_1", """
            "for_each_1": { "kind": "forEach", "items": "{% [1, 2] %}", "atMost": 2, "start": "run_flow_1", "steps": { "run_flow_1": { "kind": "runFlow", "flowId": "child" } }, "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{% $string($for_each_1.outputs.id) %}" }
            """, "parent"));
        Assert.Equal($"""["{zero}/order_1","{one}/order_1"]""", LoweringTests.Message(view));
    }

    private void StartFirst() => _flows.Begin(_flows.Publish(Child), name: ChildName);

    private static string ChildName => NameOf("run-1/run_flow_1");

    private static string NameOf(string work) => "c-1-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(work)))[..32];

    private static string Parent(string caller, string more = "") => LoweringTests.Flow("run_flow_1", $$"""
        "run_flow_1": { "kind": "runFlow", "flowId": "child", {{more}} "next": "respond_1" },
        "respond_1": { "kind": "respond", "message": "{% $string($run_flow_1) %}" }{{(more.Length == 0 ? "" : """
        , "respond_2": { "kind": "respond", "message": "{% $run_flow_1.error %}" }
        """)}}
        """, caller, "parent");
}
