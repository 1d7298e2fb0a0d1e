using System.Xml.Linq;
using Cxf.Local.Tests.Replays;

namespace Cxf.Local.Tests.Commands;

/// <summary><c>cxf graph</c> on a deployment: a run, and the difference between versions.</summary>
public sealed class GraphRunTests
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    [Fact]
    public async Task A_run_is_drawn_on_the_version_that_ran_and_without_data_of_the_caller()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        await deployment.PublishAsync(await ReplayedDeployment.SampleFlowAsync("create_lead"));
        var (_, runId) = await deployment.RunAsync("create_lead", Contact, """{"recordType":"lead","userInput":"5"}""");
        await deployment.ChangeDraftAsync("create_lead", text => text.Replace("\"POST\"", "\"GET\""));

        var (code, svg) = await deployment.CxfAsync("graph", "acme/create_lead", "--run", runId);

        Assert.True(code is 0 or 1, svg);
        var words = XDocument.Parse(svg).Descendants().Select(element => element.Attribute("aria-label")?.Value).OfType<string>();
        Assert.Contains(words, text => text.StartsWith("rest_api_1, restApi: POST crm /leads. Create the lead. Took "));
        Assert.Contains(words, text => text.StartsWith("respond_1, ") && text.Contains(" Took "));
        Assert.Contains(words, text => text.StartsWith("fail_1, ") && text.EndsWith(" Not passed by the run."));
        Assert.Contains(words, text => text == "rest_api_1, then: decision_1. Taken by the run.");
        Assert.Contains($"Run {runId} of acme/create_lead, version 1: SUCCEEDED in ", svg);
        Assert.DoesNotContain("+12025550142", svg);
        Assert.DoesNotContain("L-1", svg);
    }

    [Fact]
    public async Task Versions_are_compared()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        await deployment.PublishAsync(await ReplayedDeployment.SampleFlowAsync("create_lead"));
        await deployment.ChangeDraftAsync("create_lead", text => text.Replace("Our customer system", "Our system"));
        string[] graph = ["graph", "acme/create_lead", .. deployment.Tables];

        var (_, svg) = await ReplayedDeployment.RunCxfAsync([.. graph, "--from", "1"]);
        Assert.Contains("Steps: 2 changed.", svg);
        (_, svg) = await ReplayedDeployment.RunCxfAsync([.. graph, "--to", "1"]);
        Assert.Contains("The steps do not differ.", svg);
        Assert.Equal(
            (2, "acme/create_lead has no version 9 in the deployment.\n"),
            await ReplayedDeployment.RunCxfAsync([.. graph, "--from", "9"])
        );
    }
}
