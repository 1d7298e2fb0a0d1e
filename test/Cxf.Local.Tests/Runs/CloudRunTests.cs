using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Tests.Replays;

namespace Cxf.Local.Tests.Runs;

/// <summary>The commands on runs where Step Functions and CloudWatch Logs answer as on AWS.</summary>
public sealed class CloudRunTests
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";
    private const string Other = "5ca32fbd-8f92-46af-92a5-6b0f970f0eff";

    [Theory]
    [InlineData("none", false)]
    [InlineData("none", true)]
    [InlineData("down", false)]
    [InlineData("down", true)]
    [InlineData("closed", false)]
    [InlineData("closed", true)]
    [InlineData("empty", false)]
    [InlineData("empty", true)]
    public async Task A_run_is_replayed_from_its_history_or_its_log(string difficulty, bool isStandard)
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        var flow = await ReplayedDeployment.SampleFlowAsync("difficult_day");
        await deployment.PublishAsync(isStandard ? flow.Replace("\"caller\": \"waits\"", "\"caller\": \"continues\"") : flow);
        await deployment.RunAsync("difficult_day", Contact, $$"""{"difficulty":"{{difficulty}}"}""");
        await using var cloud = await CloudLikeServices.StartAsync(deployment.StepFunctions);

        var (code, output) = await deployment.CxfAsync(cloud.Address, "replay", Contact, "--json");

        Assert.True(code == 0, output);
        var replay = JsonElement.Parse(output);
        Assert.True(replay.GetProperty("same").GetBoolean(), output);
        Assert.Equal(0, replay.GetProperty("notes").GetArrayLength());
        Assert.True(cloud.CountOf(isStandard ? "GetExecutionHistory" : "FilterLogEvents") > 1);
        Assert.Equal(isStandard, cloud.CountOf("GetExecutionHistory") > 0);
        var (_, history) = await deployment.CxfAsync(cloud.Address, "history", Contact);
        Assert.Equal(1, history.Split("decision_1").Length - 1);
        Assert.Contains("Caller hears: \"", history);
    }

    [Fact]
    public async Task A_STANDARD_run_of_a_contact_is_found_by_the_log_of_ExecuteFlow_without_reading_the_runs_of_others()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var wanted = await deployed.RunAsync(DeployedRuns.Standard, Contact);
        for (var number = 0; number < 7; number++)
        {
            await deployed.RunAsync(DeployedRuns.Standard, Other);
        }

        await using var cloud = await CloudLikeServices.StartAsync(new Uri(deployed.Target[^1]));
        cloud.ExecuteFlowLines = [Line(DeployedRuns.Standard.Value, wanted), Line("difficult_day", "NONE")];

        Assert.Equal(wanted, Assert.Single(await RunsAsync(deployed, cloud)));
        Assert.Equal(0, cloud.CountOf("ListExecutions"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_line_of_the_run_the_pages_until_the_first_call_of_the_contact_are_read(bool hasLog)
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var wanted = await deployed.RunAsync(DeployedRuns.Standard, Contact);
        for (var number = 0; number < 7; number++)
        {
            await deployed.RunAsync(DeployedRuns.Standard, Other);
        }

        await using var cloud = await CloudLikeServices.StartAsync(new Uri(deployed.Target[^1]));
        var first = DateTimeOffset.UtcNow.AddHours(-1);
        cloud.ExecuteFlowLines = hasLog ? [Line(DeployedRuns.Express.Value, $"{Contact}-{Guid.NewGuid():N}", first)] : null;

        Assert.Equal(wanted, Assert.Single(await RunsAsync(deployed, cloud, "3 pages of runs of acme/long-running were read")));
        Assert.Equal(3, cloud.CountOf("ListExecutions"));
    }

    [Fact]
    public async Task Pages_older_than_the_first_call_of_the_contact_are_not_read()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        for (var number = 0; number < 7; number++)
        {
            await deployed.RunAsync(DeployedRuns.Standard, Other);
        }

        await using var cloud = await CloudLikeServices.StartAsync(new Uri(deployed.Target[^1]));
        var later = DateTimeOffset.UtcNow.AddHours(1);
        cloud.ExecuteFlowLines = [Line(DeployedRuns.Express.Value, $"{Contact}-{Guid.NewGuid():N}", later)];

        Assert.Empty(await RunsAsync(deployed, cloud));
        Assert.Equal(1, cloud.CountOf("ListExecutions"));
    }

    [Fact]
    public async Task Where_there_are_more_runs_than_are_read_the_note_says_how_to_go_on()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        deployed.IsDown = false;
        var wanted = await deployed.RunAsync(DeployedRuns.Standard, Contact);
        for (var number = 0; number < 30; number++)
        {
            await deployed.RunAsync(DeployedRuns.Standard, Other);
        }

        await using var cloud = await CloudLikeServices.StartAsync(new Uri(deployed.Target[^1]));
        var (_, output) = await AskAsync(deployed, cloud, "runs", "--contact", Contact, "--json");
        var note = Assert.Single(
            JsonElement.Parse(output).GetProperty("notes").EnumerateArray().Select(one => one.GetString()!),
            one => one.Contains("more runs than were looked at: 10 pages, back to 2")
        );
        var until = note[(note.IndexOf("--until ", StringComparison.Ordinal) + "--until ".Length)..^1];
        Assert.Equal(wanted, Assert.Single(await RunsAsync(deployed, cloud, null, "--until", until)));

        var (code, history) = await AskAsync(deployed, cloud, "history", Contact);
        Assert.Equal(1, code);
        Assert.Contains("10 pages, back to 2", history);
    }

    [Fact]
    public async Task A_contact_without_a_run_is_told_what_ExecuteFlow_answered()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        await using var cloud = await CloudLikeServices.StartAsync(new Uri(deployed.Target[^1]));
        cloud.ExecuteFlowLines =
        [
            Line("gone", "NONE").Replace("}", ",\"status\":\"REJECTED\",\"errorCode\":\"FlowNotLive\"}"),
            $$"""
                {"timestamp":"2026-03-01T02:03:04Z","contactId":"{{Contact}}","status":"REJECTED","errorCode":"InvalidRequest"}
                """,
        ];
        foreach (var command in (string[])["history {0}", "runs --contact {0}", "runs --contact {0} --json"])
        {
            var (_, output) = await AskAsync(deployed, cloud, string.Format(command, Contact).Split(' '));
            Assert.Contains("ExecuteFlow answered REJECTED FlowNotLive for acme/gone, without a run", output);
            Assert.Contains("At 2026-03-01 02:03:04Z ExecuteFlow answered REJECTED InvalidRequest, without a run", output);
        }
    }

    private static string Line(string flow, string runId, DateTimeOffset? at = null) =>
        new JsonObject
        {
            ["timestamp"] = (at ?? DateTimeOffset.UtcNow).ToString("O"),
            ["contactId"] = Contact,
            ["tenant"] = "acme",
            ["flowId"] = flow,
            ["runId"] = runId,
        }.ToJsonString();

    private static async Task<IReadOnlyList<string>> RunsAsync(
        DeployedRuns deployed,
        CloudLikeServices cloud,
        string? note = null,
        params string[] more
    )
    {
        var (code, output) = await AskAsync(deployed, cloud, ["runs", "--contact", Contact, "--json", .. more]);
        Assert.True(code == 0, output);
        if (note is not null)
        {
            Assert.Contains(note, output);
        }

        return
        [
            .. JsonElement
                .Parse(output)
                .GetProperty("runs")
                .EnumerateArray()
                .Select(run => run.GetProperty("runId").GetString()!),
        ];
    }

    private static Task<(int Code, string Output)> AskAsync(
        DeployedRuns deployed,
        CloudLikeServices cloud,
        params string[] arguments
    ) => ReplayedDeployment.RunCxfAsync([.. arguments, .. deployed.Target[..^1], cloud.Address.ToString()]);
}
