using System.Text;
using System.Text.Json.Nodes;
using Cxf.EndToEnd.Tests.Retries;

namespace Cxf.EndToEnd.Tests.Events;

/// <summary>Every event that others published is taken as it is.</summary>
public sealed class PublicEventTests
{
    public static TheoryData<string> Names =>
        [.. PublicEvents.Files.Select(file => Path.GetFileName(file)!).DefaultIfEmpty("none")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_event_runs_the_flow_and_finds_its_run(string name)
    {
        Assert.SkipWhen(
            PublicEvents.Folder is null,
            "The published events are not here: set CXF_CORPUS to the folder beside connect-events."
        );
        using var deployment = new VirtualDeployment();
        deployment.Publish(TestFlow.Express);
        var parameters = new JsonObject
        {
            ["tenantId"] = "acme",
            ["flowId"] = VirtualDeployment.Flow,
            ["recordType"] = "lead",
        };
        var received = PublicEvents.Asking(Path.Combine(PublicEvents.Folder!, name), parameters, VirtualDeployment.Instance);
        var answer = LegalAnswer.Read(deployment.Invoke("ExecuteFlow", Bytes(received)), name);
        Assert.Equal("SUCCEEDED", answer.Text("status"));
        Assert.StartsWith((string)received["Details"]!["ContactData"]!["ContactId"]! + "-", answer.Text("runId"));

        received["Details"]!["Parameters"]!["runId"] = answer.Text("runId");
        var found = LegalAnswer.Read(deployment.Invoke("GetFlowResult", Bytes(received)), name);
        Assert.Equal(answer.GetRawText(), found.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_without_a_flow_is_rejected_with_a_message(string name)
    {
        Assert.SkipWhen(
            PublicEvents.Folder is null,
            "The published events are not here: set CXF_CORPUS to the folder beside connect-events."
        );
        using var deployment = new VirtualDeployment();
        var answer = LegalAnswer.Read(
            deployment.Invoke("ExecuteFlow", File.ReadAllBytes(Path.Combine(PublicEvents.Folder!, name))),
            name
        );
        Assert.Equal("InvalidRequest", answer.Text("errorCode"));
    }

    // An own collection of what events of live instances have held, by the tests of public projects.
    [Theory]
    [InlineData("Name", "\"ContactFlowExecution\"")]
    [InlineData("Details/ContactData/Attributes", """{"score":7,"nested":{"a":[1,null]}}""")]
    [InlineData("Details/ContactData/CustomerEndpoint", "null")]
    [InlineData("Details/ContactData/SystemEndpoint", "null")]
    [InlineData("Details/ContactData/MediaStreams", """{"Customer":{"Audio":{} } }""")]
    [InlineData("Details/ContactData/Queue", "\"queue\"")]
    [InlineData("Details/ContactData/Capabilities", """{"Agent":{},"Customer":{} }""")]
    [InlineData(
        "Details/ContactData/SegmentAttributes",
        """{"connect:Subtype":{"ValueString":"connect:Guide","ValueInteger":null} }"""
    )]
    [InlineData("Details/ContactData/LanguageCode", "null")]
    [InlineData("Details/ContactData/CustomerId", "\"\"")]
    [InlineData("Details/Parameters/hobbies", """{"books":["one"],"n":10,"yes":true}""")]
    public void Members_seen_in_live_events_are_accepted(string place, string value)
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(TestFlow.Express);
        var received = JsonNode.Parse(VirtualDeployment.Received(""" "recordType":"lead" """))!;
        var names = place.Split('/');
        var holder = names[..^1].Aggregate(received, (node, name) => node[name]!);
        holder[names[^1]] = JsonNode.Parse(value);
        byte[] withMark = [.. Encoding.UTF8.GetPreamble(), .. Bytes(received)];
        Assert.Equal("SUCCEEDED", LegalAnswer.Read(deployment.Invoke("ExecuteFlow", withMark), place).Text("status"));
    }

    private static byte[] Bytes(JsonNode received) => Encoding.UTF8.GetBytes(received.ToJsonString());
}
