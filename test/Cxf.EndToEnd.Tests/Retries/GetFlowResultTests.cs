using System.Text.Json;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>Who may read the state of a run.</summary>
public sealed class GetFlowResultTests : IDisposable
{
    private readonly VirtualDeployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_contact_that_started_a_run_learns_that_it_runs_and_then_its_answer(bool express)
    {
        var runId = Start(express);
        Assert.Equal(("RUNNING", runId), (Ask(runId).Text("status"), Ask(runId).Text("runId")));
        _deployment.Clock.Advance(TimeSpan.FromSeconds(10));
        var answer = Ask(runId);
        Assert.Equal(
            ("SUCCEEDED", runId, "NONE", "Noted as L-1.", "L-1"),
            (answer.Text("status"), answer.Text("runId"), answer.Text("errorCode"), answer.Text("message"), answer.Text("leadId"))
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_of_another_contact_looks_like_one_that_does_not_exist(bool express)
    {
        var runId = Start(express);
        var foreign = Ask(runId, contactId: "c-2");
        Assert.Equal(("REJECTED", "RunNotFound"), (foreign.Text("status"), foreign.Text("errorCode")));
        Assert.Equal(foreign.GetRawText(), Ask("c-1-00000000000000000000000000000000", contactId: "c-2").GetRawText());
        Assert.Equal(foreign.GetRawText(), Ask(runId, contactId: "c").GetRawText());
        Assert.Equal(foreign.GetRawText(), Ask("made up").GetRawText());
        Assert.Equal(
            foreign.GetRawText(),
            Run($$"""{"tenantId":"acme","flowId":"create_lead","runId":"{{runId}}"}""").GetRawText()
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_that_never_began_is_answered_RunNotStarted_and_can_be_started(bool express)
    {
        Start(express);
        var answer = Ask("c-1-00000000000000000000000000000000");
        Assert.Equal(
            ("FAILED", "RunNotStarted", "c-1-00000000000000000000000000000000"),
            (answer.Text("status"), answer.Text("errorCode"), answer.Text("runId"))
        );
    }

    [Fact]
    public void A_flow_that_is_not_live_has_no_runs_to_be_found() =>
        Assert.Equal("RunNotFound", Ask("c-1-00000000000000000000000000000000").Text("errorCode"));

    [Fact]
    public void A_direct_caller_finds_what_direct_callers_started()
    {
        _deployment.Publish(TestFlow.Express);
        var started = _deployment.Execute("""{"tenantId":"acme","flowId":"create_lead","requestKey":"k","payload":{}}""");
        var found = Run($$"""{"tenantId":"acme","flowId":"create_lead","runId":"{{started.Text("runId")}}"}""");
        Assert.Equal(started.GetRawText(), found.GetRawText());
        Assert.Equal("InvalidRequest", Ask(started.Text("runId")!, contactId: "direct").Text("errorCode"));
    }

    [Theory]
    [InlineData("{}", "tenantId is missing")]
    [InlineData("{}", "runId is missing")]
    [InlineData("""{"runId":["x"]}""", "runId must be text")]
    [InlineData("[]", "not a JSON object")]
    public void A_problem_of_a_result_request_names_its_field(string received, string named)
    {
        var answer = Run(received);
        Assert.Equal(("REJECTED", "InvalidRequest"), (answer.Text("status"), answer.Text("errorCode")));
        Assert.Contains(named, answer.Text("message"));
    }

    [Fact]
    public void A_flow_that_only_reads_leaves_nothing_to_be_found()
    {
        _deployment.Publish(TestFlow.Reading);
        var runId = _deployment.Execute(VirtualDeployment.Received(""" "userInput":"5" """)).Text("runId")!;
        Assert.Equal("RunNotFound", Ask(runId).Text("errorCode"));
    }

    private string Start(bool express)
    {
        _deployment.Publish((express ? TestFlow.Express : TestFlow.Standard) with { GivesUpAfterSeconds = 30 });
        _deployment.ThirdParty.Duration = TimeSpan.FromSeconds(10);
        return _deployment.Execute(VirtualDeployment.Received(""" "userInput":"5" """)).Text("runId")!;
    }

    private JsonElement Ask(string runId, string contactId = "c-1") =>
        Run(VirtualDeployment.Received($""" "runId":"{runId}" """, contactId));

    private JsonElement Run(string received) => _deployment.GetResult(received);
}
