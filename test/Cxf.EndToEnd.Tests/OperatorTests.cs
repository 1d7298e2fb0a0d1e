using System.Text.Json;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary>A caller complains, and the contact ID is known: what happened, on a deployment of <c>cxf start</c>.</summary>
public sealed class OperatorTests
{
    [Fact]
    public async Task A_call_that_failed_is_found_by_its_contact_ID_explained_by_its_history_and_replayed()
    {
        using var samples = new FewSamples("acme/create_lead");
        await using var cxf = await StartedCxf.StartAsync(samples, "--crm-down");
        var request = await File.ReadAllTextAsync(
            ProjectRoot.Path("events", "ExecuteFlow", "connect-press-5.json"),
            TestContext.Current.CancellationToken
        );
        var contact = JsonElement
            .Parse(request)
            .GetProperty("Details")
            .GetProperty("ContactData")
            .GetProperty("ContactId")
            .GetString()!;
        using var client = new HttpClient();
        using var answer = await client.PostAsync(
            new Uri(cxf.Address("Lambda"), "2015-03-31/functions/ExecuteFlowFunction/invocations"),
            new StringContent(request),
            TestContext.Current.CancellationToken
        );
        string[] target =
        [
            "--stage",
            "local",
            "--endpoint",
            cxf.Address("Tables").ToString(),
            "--step-functions",
            cxf.Address("Step Functions").ToString(),
        ];

        JsonElement run;
        do
        {
            var (code, listed) = await CxfProcess.RunAsync(["runs", "--contact", contact, "--json", .. target]);
            Assert.True(code == 0, listed);
            run = Assert.Single(JsonElement.Parse(listed).GetProperty("runs").EnumerateArray());
        } while (run.GetProperty("status").GetString() == "RUNNING");

        Assert.Equal("FAILED", run.GetProperty("status").GetString());
        Assert.Equal("create_lead", run.GetProperty("flowId").GetString());
        var (exitCode, history) = await CxfProcess.RunAsync(["history", contact, "--full", .. target]);
        Assert.True(exitCode == 0, history);

        // ApiUnavailable; ApiTimeout where the machine is so slow that the step's time passed first.
        var failed = run.GetProperty("errorCode").GetString()!;
        Assert.StartsWith("FlowFailed.Api", failed);
        Assert.Contains(failed, history);
        Assert.Matches("rest_api_1 .* -> fail_1", history);
        Assert.DoesNotContain("2025550100", history);

        var (replayed, replay) = await CxfProcess.RunAsync(["replay", contact, "--save", "--json", .. target]);
        Assert.True(replayed == 0, replay);
        var json = JsonElement.Parse(replay);
        Assert.True(json.GetProperty("same").GetBoolean(), replay);
        Assert.Equal(failed["FlowFailed.".Length..], json.GetProperty("now").GetProperty("errorCode").GetString());
        Assert.Equal(0, json.GetProperty("notes").GetArrayLength());
        Assert.DoesNotContain("2025550100", json.GetProperty("test").GetRawText());
        var (tested, tests) = await CxfProcess.RunAsync(["test", "acme/create_lead", .. target[..4]]);
        Assert.True(tested == 0, tests);

        var (counted, statistics) = await CxfProcess.RunAsync(["stats", "--flow", "acme/create_lead", "--json", .. target]);
        Assert.True(counted == 0, statistics);
        var stats = JsonElement.Parse(statistics);
        var version = Assert.Single(stats.GetProperty("runs").EnumerateArray());
        Assert.Equal((1, 1, 1), (Number(version, "version"), Number(version, "calls"), Number(version, "failed")));
        Assert.Equal(1, version.GetProperty("errors").GetProperty(failed).GetInt32());
        Assert.True(version.GetProperty("limitUsedPercent").GetProperty("max").GetDouble() > 0);
        var connection = Assert.Single(stats.GetProperty("connections").EnumerateArray());
        Assert.Equal("acme/crm", connection.GetProperty("connection").GetString());

        // Where the step's time passed first, the function still had its own answer.
        Assert.Contains(
            Assert.Single(connection.GetProperty("errors").EnumerateObject()).Name,
            (string[])["ApiUnavailable", failed["FlowFailed.".Length..]]
        );
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
