using System.Text.Json.Nodes;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>
/// The whole path with nothing pretended but AWS's own servers: each function a process, every call on the wire.
/// </summary>
public sealed class ProcessTests(DeployedProcesses deployed)
{
    [Fact]
    public async Task Every_sample_flow_is_published_by_the_real_PublishFlow()
    {
        await deployed.GetAsync();
        Assert.NotEmpty(deployed.Published);
        Assert.All(deployed.Published, flow => Assert.True(flow.IsLive, flow.Message));
    }

    [Fact]
    public async Task A_caller_who_presses_5_gets_the_number_of_the_lead_that_the_CRM_has()
    {
        var deployment = await deployed.GetAsync();
        var answer = await deployed.AskAsync("ExecuteFlow", Event("connect-press-5.json", NewContact()));
        Assert.Equal("SUCCEEDED", answer.Text("status"));
        Assert.Contains(deployment.Crm!.Leads.All, lead => answer.Text("message")!.Contains(lead.Id));
    }

    [Fact]
    public async Task The_contact_is_in_the_run_the_log_and_the_metrics()
    {
        var contact = NewContact();
        var answer = await deployed.AskAsync("ExecuteFlow", Event("connect-press-5.json", contact));
        Assert.StartsWith(contact + "-", answer.Text("runId"));

        // Lines arrive behind the answer.
        await Logged("\"eventId\":1000", contact);
        await Logged("\"_aws\"", contact);

        // CallApi's: by the step's idempotency key.
        await Logged("\"eventId\":2000", contact);
    }

    [Fact]
    public async Task Machines_log_every_step_and_no_data()
    {
        await deployed.GetAsync();
        var created = deployed.Calls.First(call => call.Action == "states:CreateStateMachine").Request;
        var logging = created.GetProperty("loggingConfiguration");
        Assert.Equal("ALL", logging.Text("level"));
        Assert.Equal("False", logging.Text("includeExecutionData"));
        Assert.Equal(
            "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vendedlogs/states/cxf-local:*",
            logging.GetProperty("destinations")[0].GetProperty("cloudWatchLogsLogGroup").Text("logGroupArn")
        );
        Assert.Equal("True", created.GetProperty("tracingConfiguration").Text("enabled"));
    }

    internal static string NewContact() => Guid.NewGuid().ToString();

    internal static string Event(string file, string contact)
    {
        var json = JsonNode.Parse(File.ReadAllText(ProjectRoot.Path("events", "ExecuteFlow", file)))!;
        json["Details"]!["ContactData"]!["ContactId"] = contact;
        return json.ToJsonString();
    }

    private Task Logged(params IReadOnlyList<string> parts) => deployed.Log.SeeAsync(line => parts.All(line.Contains));
}
