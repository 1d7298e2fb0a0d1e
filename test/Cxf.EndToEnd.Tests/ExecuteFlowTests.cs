using Cxf.Local.Deployment;
using Cxf.Local.SampleCrm;

namespace Cxf.EndToEnd.Tests;

public sealed class ExecuteFlowTests
{
    [Fact]
    public async Task The_third_party_gets_the_lead_and_the_caller_its_number()
    {
        await using var deployment = await Deployed.StartAsync(["create_lead"]);
        var answer = await deployment.AskAsync(
            "ExecuteFlow",
            Event("c-1", "create_lead", """ "recordType":"lead","userInput":"5" """)
        );
        var lead = Assert.Single(deployment.Crm!.Leads.All);
        Assert.Equal(lead.Id, answer.Text("leadId"));
        Assert.Contains(lead.Id, answer.Text("message"));
        Assert.StartsWith("c-1-", answer.Text("runId"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("\"text\"")]
    [InlineData("{\"Details\":null}")]
    public async Task An_invalid_event_gets_an_answer(string received)
    {
        await using var deployment = await Deployed.StartAsync([]);
        var answer = await deployment.AskAsync("ExecuteFlow", received);
        Assert.Equal(("REJECTED", "InvalidRequest"), (answer.Text("status"), answer.Text("errorCode")));
    }

    [Theory]
    [InlineData("welcome", "")]
    [InlineData("request_callback", "\"recordType\":\"callback\",")]
    public async Task A_payload_that_Step_Functions_would_not_take_is_rejected(string flow, string parameters)
    {
        await using var deployment = await Deployed.StartAsync([flow]);

        // The limit is one of bytes: each of these letters has two.
        var large = await deployment.AskAsync(
            "ExecuteFlow",
            Event("c-1", flow, parameters + $"\"userInput\":\"{new string('é', 131_000)}\"")
        );
        var fits = await deployment.AskAsync(
            "ExecuteFlow",
            Event("c-2", flow, parameters + $"\"userInput\":\"{new string('é', 130_000)}\"")
        );

        Assert.Equal(("REJECTED", "PayloadInvalid"), (large.Text("status"), large.Text("errorCode")));
        Assert.Contains("too large", large.Text("message"));
        Assert.NotEqual("REJECTED", fits.Text("status"));
    }

    [Theory]
    [InlineData(""" "recordType":"lead","userInput":"5","note":"\ud800" """)]
    [InlineData(""" "payload":"{\"recordType\":\"lead\",\"userInput\":\"5\",\"note\":\"\\ud800\"}" """)]
    [InlineData(""" "payload":{"recordType":"lead","userInput":"5","\udc00":1} """)]
    public async Task A_payload_with_half_a_surrogate_pair_is_rejected(string parameters)
    {
        await using var deployment = await Deployed.StartAsync(["create_lead"]);
        var answer = await deployment.AskAsync("ExecuteFlow", Event("c-1", "create_lead", parameters));
        Assert.Equal(("REJECTED", "InvalidRequest"), (answer.Text("status"), answer.Text("errorCode")));
    }

    [Fact]
    public async Task A_contact_step_that_asks_again_finds_the_run_it_started()
    {
        await using var deployment = await Deployed.StartAsync(["request_callback"]);
        var received = Event("c-2", "request_callback", """ "recordType":"callback" """);
        var first = await deployment.AskAsync("ExecuteFlow", received);
        Assert.Equal("RUNNING", first.Text("status"));
        await Task.WhenAll(
            deployment
                .StepFunctions.ViewAll()
                .Select(run => deployment.StepFunctions.WhenEnded(run.ExecutionArn, TestContext.Current.CancellationToken))
        );
        var again = await deployment.AskAsync("ExecuteFlow", received);
        Assert.Equal(("SUCCEEDED", first.Text("runId")), (again.Text("status"), again.Text("runId")));
        Assert.Single(deployment.Crm!.Leads.All);
    }

    [Fact]
    public async Task The_same_request_key_with_another_payload_is_refused()
    {
        await using var deployment = await Deployed.StartAsync(["request_callback"]);
        await deployment.AskAsync(
            "ExecuteFlow",
            Event("c-3", "request_callback", """ "requestKey":"k","recordType":"callback","hours":"1" """)
        );
        await Task.WhenAll(
            deployment
                .StepFunctions.ViewAll()
                .Select(run => deployment.StepFunctions.WhenEnded(run.ExecutionArn, TestContext.Current.CancellationToken))
        );
        var other = await deployment.AskAsync(
            "ExecuteFlow",
            Event("c-3", "request_callback", """ "requestKey":"k","recordType":"callback","hours":"2" """)
        );
        Assert.Equal(("REJECTED", "RequestKeyConflict"), (other.Text("status"), other.Text("errorCode")));
    }

    [Theory]
    [InlineData(nameof(CrmTrouble.Refused))]
    [InlineData(nameof(CrmTrouble.Closed))]
    [InlineData(nameof(CrmTrouble.Unavailable))]
    public async Task A_third_party_that_is_down_is_a_failure_with_a_sentence_to_speak(string trouble)
    {
        await using var deployment = await Deployed.StartAsync(
            ["create_lead"],
            new LocalDeploymentOptions { CrmTrouble = Enum.Parse<CrmTrouble>(trouble) }
        );
        var answer = await deployment.AskAsync(
            "ExecuteFlow",
            Event("c-4", "create_lead", """ "recordType":"lead","userInput":"5" """)
        );
        Assert.Equal(("FAILED", "ApiUnavailable"), (answer.Text("status"), answer.Text("errorCode")));
        Assert.Equal("Our customer system does not answer at the moment.", answer.Text("message"));
    }

    private static string Event(string contactId, string flowId, string parameters) =>
        $$"""
            {"Details":{"ContactData":{"ContactId":"{{contactId}}",
             "InstanceARN":"arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555"},
            "Parameters":{"tenantId":"acme","flowId":"{{flowId}}",{{parameters}}} } }
            """;
}
