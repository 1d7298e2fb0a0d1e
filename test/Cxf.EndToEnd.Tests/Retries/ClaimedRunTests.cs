using System.Net;
using System.Text.Json;
using Amazon.StepFunctions;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>What callers are told of EXPRESS runs that were claimed.</summary>
public sealed class ClaimedRunTests : IDisposable
{
    private readonly VirtualDeployment _deployment = new();

    public ClaimedRunTests() => _deployment.Publish(TestFlow.Express with { GivesUpAfterSeconds = 30 });

    public void Dispose() => _deployment.Dispose();

    [Fact]
    public void Asking_again_gives_the_same_answer_and_does_nothing_again()
    {
        var first = Execute("5");
        Assert.Equal("SUCCEEDED", first.Text("status"));
        Assert.Equal(first.GetRawText(), Execute("5").GetRawText());
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void The_same_request_key_with_another_payload_is_refused()
    {
        Execute("5");
        var other = Execute("6");
        Assert.Equal(
            ("REJECTED", "RequestKeyConflict", "NONE"),
            (other.Text("status"), other.Text("errorCode"), other.Text("runId"))
        );
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void A_run_that_outlives_the_caller_is_answered_when_it_ends()
    {
        _deployment.ThirdParty.Duration = TimeSpan.FromSeconds(10);
        var answer = Execute("5");
        Assert.Equal("RUNNING", answer.Text("status"));
        Assert.Equal("RUNNING", Execute("5").Text("status"));
        _deployment.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("SUCCEEDED", "L-1"), (Execute("5").Text("status"), Execute("5").Text("leadId")));
        Assert.Equal(("SUCCEEDED", "L-1"), (GetResult(answer).Text("status"), GetResult(answer).Text("leadId")));
    }

    [Fact]
    public void A_run_without_an_answer_fails_after_the_timeout_of_its_machine()
    {
        _deployment.ThirdParty.Duration = TimeSpan.FromSeconds(60);
        var answer = Execute("5");
        _deployment.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("RUNNING", GetResult(answer).Text("status"));
        _deployment.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("FAILED", "FlowTimeout"), (GetResult(answer).Text("status"), GetResult(answer).Text("errorCode")));
        Assert.Equal(("FAILED", "FlowTimeout"), (Execute("5").Text("status"), Execute("5").Text("errorCode")));
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void A_failure_is_recorded_for_later_requests()
    {
        _deployment.ThirdParty.Error = "ApiRejected";
        var first = Execute("5");
        Assert.Equal(("FAILED", "ApiRejected"), (first.Text("status"), first.Text("errorCode")));
        _deployment.ThirdParty.Error = null;
        Assert.Equal(first.GetRawText(), Execute("5").GetRawText());
        Assert.Equal(first.GetRawText(), GetResult(first).GetRawText());
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void A_machine_that_times_out_while_the_caller_waits_is_recorded_too()
    {
        _deployment.Publish(TestFlow.Express with { GivesUpAfterSeconds = 3 });
        _deployment.ThirdParty.Duration = TimeSpan.FromSeconds(5);
        var first = Execute("5");
        Assert.Equal(("FAILED", "FlowTimeout"), (first.Text("status"), first.Text("errorCode")));
        Assert.Equal(first.GetRawText(), Execute("5").GetRawText());
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void A_lost_answer_is_found_in_the_record()
    {
        _deployment.Client.Losses.Enqueue(new HttpRequestException("The connection was lost."));
        Assert.Equal(("SUCCEEDED", "L-1"), (Execute("5").Text("status"), Execute("5").Text("leadId")));
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void A_service_that_fails_twice_may_have_started_the_run_so_the_answer_is_its_id()
    {
        _deployment.Client.Losses.Enqueue(
            new AmazonStepFunctionsException("Not now.") { StatusCode = HttpStatusCode.ServiceUnavailable }
        );
        _deployment.Client.Losses.Enqueue(
            new AmazonStepFunctionsException("Not now.") { StatusCode = HttpStatusCode.ServiceUnavailable }
        );
        var answer = Execute("5");
        Assert.Equal("RUNNING", answer.Text("status"));
        Assert.Equal(("SUCCEEDED", "L-1"), (GetResult(answer).Text("status"), GetResult(answer).Text("leadId")));
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    private JsonElement Execute(string userInput) =>
        _deployment.Execute(VirtualDeployment.Received($""" "requestKey":"k","userInput":"{userInput}" """));

    private JsonElement GetResult(JsonElement answer) =>
        _deployment.GetResult(VirtualDeployment.Received($""" "runId":"{answer.Text("runId")}" """));
}
