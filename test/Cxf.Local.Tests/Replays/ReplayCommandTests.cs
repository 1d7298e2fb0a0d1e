using System.Text.Json;

namespace Cxf.Local.Tests.Replays;

/// <summary><c>cxf replay</c> on runs of flows that call the sample CRM.</summary>
public sealed class ReplayCommandTests
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", null)]
    [InlineData("closed", "FlowFailed")]
    [InlineData("slow", "ApiTimeout")]
    [InlineData("throttled", "ApiThrottled")]
    [InlineData("down", "ApiUnavailable")]
    [InlineData("forbidden", "ApiUnauthorized")]
    [InlineData("refused", "ApiRejected")]
    [InlineData("not-json", "ApiBadAnswer")]
    [InlineData("large", "ApiTooLarge")]
    [InlineData("elsewhere", "ApiBlocked")]
    [InlineData("empty", "FlowExpression")]
    [InlineData("unheard-of", "ApiNotFound")]
    public async Task A_call_is_found_by_its_contact_and_its_replay_has_the_same_path_and_error(string difficulty, string? error)
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        await deployment.PublishAsync(await ReplayedDeployment.SampleFlowAsync("difficult_day"));
        await deployment.RunAsync("difficult_day", Contact, $$"""{"difficulty":"{{difficulty}}"}""");

        var (code, output) = await deployment.CxfAsync("replay", Contact, "--json");

        Assert.True(code == 0, output);
        var replay = JsonElement.Parse(output);
        Assert.True(replay.GetProperty("same").GetBoolean(), output);
        foreach (var which in (string[])["recorded", "now"])
        {
            var ending = replay.GetProperty(which);
            Assert.Equal(error, ending.GetProperty("errorCode").GetString());
            Assert.Equal(error is null ? "SUCCEEDED" : "FAILED", ending.GetProperty("status").GetString());
        }

        Assert.Equal(replay.GetProperty("recorded").GetRawText(), replay.GetProperty("now").GetRawText());
        Assert.Equal("acme/difficult_day", replay.GetProperty("flow").GetString());
        Assert.Equal(1, replay.GetProperty("version").GetInt32());
        Assert.Equal(0, replay.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task After_a_change_of_the_draft_a_replay_shows_where_it_goes_differently()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        await deployment.PublishAsync(await ReplayedDeployment.SampleFlowAsync("difficult_day"));
        var (_, runId) = await deployment.RunAsync("difficult_day", Contact, """{"difficulty":"down"}""");
        await deployment.ChangeDraftAsync(
            "difficult_day",
            text => text.Replace("\"timeoutSeconds\": 1,", "\"timeoutSeconds\": 1, \"onError\": { \"any\": \"fail_1\" },")
        );

        var (code, output) = await deployment.CxfAsync("replay", runId);
        Assert.True(code == 1, output);
        Assert.Contains("Recorded  FAILED ApiUnavailable: decision_1 -> rest_api_1", output);
        Assert.Contains("the draft goes differently: FAILED ApiUnavailable: decision_1 -> rest_api_1 -> fail_1", output);
        Assert.Contains("After rest_api_1 the run went to the end; now it goes to fail_1.", output);
        Assert.Contains(
            "message: expected \"The other system does not answer at the moment.\", but it is \"We are closed today.\"",
            output
        );

        foreach (var side in (string[])["live", "1"])
        {
            (code, output) = await deployment.CxfAsync("replay", runId, "--against", side);
            Assert.True(code == 0, output);
            Assert.Contains("goes the same way", output);
        }

        (code, output) = await deployment.CxfAsync("replay", runId, "--save", "--name", "A CRM that is down");
        Assert.True(code == 0, output);
        Assert.Contains("Saved     in the draft of acme/difficult_day, revision 3.", output);

        // The flow's own test of a CRM that is down expects what the changed draft no longer does.
        (_, output) = await ReplayedDeployment.RunCxfAsync(["test", "acme/difficult_day", .. deployment.Tables]);
        Assert.Contains("passed  A CRM that is down (", output);
        Assert.Contains("5 tests: 4 passed, 1 failed", output);
    }

    [Fact]
    public async Task A_draft_that_makes_other_calls_gets_no_test()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        await deployment.PublishAsync(await ReplayedDeployment.SampleFlowAsync("difficult_day"));
        var (_, runId) = await deployment.RunAsync("difficult_day", Contact, """{"difficulty":"down"}""");
        await deployment.ChangeDraftAsync(
            "difficult_day",
            text => text.Replace("\"timeoutSeconds\": 1,", "\"timeoutSeconds\": 1, \"retry\": { \"attempts\": 1 },")
        );
        var before = await deployment.DraftAsync("difficult_day");

        var (code, output) = await deployment.CxfAsync("replay", runId, "--save");

        Assert.True(code == 1, output);
        Assert.Contains("answers.rest_api_1: expected 1 call, but it is at least 2 calls, and call 2 has no answer", output);
        Assert.Contains("Nothing was saved. The calls of the draft are not those of the run", output);
        Assert.Equal(before, await deployment.DraftAsync("difficult_day"));
    }

    [Fact]
    public async Task Personal_and_secret_data_is_not_in_the_saved_test()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        await deployment.PublishAsync(Planted.Flow);
        deployment.Answer = _ => Planted.Answer;
        var (_, runId) = await deployment.RunAsync("planted", Contact, Planted.Payload);

        var (code, output) = await deployment.CxfAsync("replay", runId, "--save", "--full");

        Assert.True(code == 0, output);
        Assert.DoesNotContain("Note ", output);
        var draft = await deployment.DraftAsync("planted");
        foreach (var value in Planted.Values)
        {
            Assert.DoesNotContain(value, draft, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(value, output.Replace(runId, ""), StringComparison.OrdinalIgnoreCase);
        }

        // The caller was known by the number, which the CRM gave back in another form: the test still takes that path.
        Assert.Contains("\"known_1\"", draft);
        Assert.DoesNotContain(Contact, draft);
        await AssertTestsPassAsync(deployment, "planted", 1);
    }

    [Fact]
    public async Task A_recorded_history_is_replayed_on_a_flow_document_and_the_test_is_saved_there()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        var flow = await ReplayedDeployment.SampleFlowAsync("difficult_day");
        await deployment.PublishAsync(flow);
        var (arn, _) = await deployment.RunAsync("difficult_day", Contact, """{"difficulty":"down"}""");
        var folder = Directory.CreateTempSubdirectory("cxf-replay-");
        try
        {
            var (history, document) = (
                Path.Combine(folder.FullName, "history.json"),
                Path.Combine(folder.FullName, "difficult_day.json")
            );
            await File.WriteAllTextAsync(
                history,
                Cxf.StatesLanguage.History.HistoryEventJson.Write(deployment.Service.HistoryOf(arn)),
                Cancel
            );
            await File.WriteAllTextAsync(document, flow, Cancel);

            var (code, output) = await ReplayedDeployment.RunCxfAsync("replay", history, "--against", document, "--save");
            Assert.True(code == 0, output);
            Assert.Contains("goes the same way", output);
            var saved = await File.ReadAllTextAsync(document, Cancel);
            Assert.StartsWith(flow[..flow.LastIndexOf('}', flow.LastIndexOf(']') - 1)], saved);
            (code, output) = await ReplayedDeployment.RunCxfAsync("test", document);
            Assert.True(code == 0, output);
            Assert.Contains("5 tests: 5 passed", output);

            (code, output) = await ReplayedDeployment.RunCxfAsync("replay", history);
            Assert.True(code == 2, output);
            Assert.Contains("Add --flow tenant/flow", output);
            (code, output) = await deployment.CxfAsync("replay", history, "--flow", "acme/difficult_day", "--json");
            Assert.True(code == 0, output);
            Assert.Equal(1, JsonElement.Parse(output).GetProperty("version").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_run_that_cannot_become_a_test_is_refused_with_the_reason()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        await deployment.PublishAsync(await ReplayedDeployment.SampleFlowAsync("difficult_day"), includesData: false);
        await deployment.PublishAsync(LongWait);
        var (_, express) = await deployment.RunAsync("difficult_day", Contact, """{"difficulty":"closed"}""");
        var (arn, waiting) = deployment.Begin("long_wait", Contact, "{}");

        await AssertRefusedAsync(["replay", express], "The payload and the answers of third parties are missing");
        await AssertRefusedAsync(["replay", express], "LogExecutionData=true");
        await AssertRefusedAsync(["replay", waiting], "still runs");
        await AssertRefusedAsync(["replay", Contact], $"Name one: {waiting}, {express}.");
        var unknown = $"{Contact}-{Guid.NewGuid():N}";
        await AssertRefusedAsync(["replay", unknown], $"There is no run {unknown} since 2");
        await AssertRefusedAsync(["replay", waiting, "--save", "--against", "live"], "a version never changes", code: 2);
        await AssertRefusedAsync(["replay", "no run"], "Expected a run's ID", code: 2);
        deployment.Service.StopExecution(new(arn, "Error", "Cause"));
        await AssertRefusedAsync(["replay", waiting], "The run was stopped from outside");

        await deployment.PublishAsync(Planted.Flow);
        deployment.Answer = _ => Planted.Answer;
        var (_, planted) = await deployment.RunAsync("planted", Contact, Planted.Payload);
        await deployment.ChangeDraftAsync("planted", text => text.Replace("\"start\": \"rest_api_1\"", "\"start\": \"gone\""));
        await AssertRefusedAsync(["replay", planted], "the draft has errors");
        await AssertRefusedAsync(["replay", planted, "--against", "7"], "acme/planted has no version 7");
        await deployment.DeleteDraftAsync("planted");
        await AssertRefusedAsync(["replay", planted], "acme/planted has no draft");

        async Task AssertRefusedAsync(string[] arguments, string reason, int code = 1)
        {
            foreach (
                var json in (string[][])
                    [
                        [],
                        ["--json"],
                    ]
            )
            {
                var (exit, output) = await deployment.CxfAsync([.. arguments, .. json]);
                Assert.True(exit == code, output);
                var said = json.Length > 0 ? JsonElement.Parse(output).GetProperty("error").GetString()! : output;
                Assert.Contains(reason, said.ReplaceLineEndings(" "));
            }
        }
    }

    [Fact]
    public async Task A_run_that_ended_in_a_fail_step_is_not_started_again()
    {
        await using var deployment = await ReplayedDeployment.StartAsync();
        var flow = await ReplayedDeployment.SampleFlowAsync("difficult_day");
        await deployment.PublishAsync(flow.Replace("\"caller\": \"waits\"", "\"caller\": \"continues\""));
        var (_, closed) = await deployment.RunAsync("difficult_day", Contact, """{"difficulty":"closed"}""");
        var (_, down) = await deployment.RunAsync("difficult_day", Contact, """{"difficulty":"down"}""");

        var (code, output) = await deployment.CxfAsync("redrive", closed);
        Assert.Equal(1, code);
        Assert.Contains("It ended in a fail step, which would fail again at once. Send the request again instead.", output);
        (code, output) = await deployment.CxfAsync("redrive", down);
        Assert.True(code == 0, output);
    }

    private const string LongWait = """
        {
          "flowId": "long_wait",
          "caller": "continues",
          "start": "wait_1",
          "steps": {
            "wait_1": { "kind": "wait", "seconds": 3600, "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "Done." }
          }
        }
        """;

    private static async Task AssertTestsPassAsync(ReplayedDeployment deployment, string flow, int tests)
    {
        var (code, output) = await ReplayedDeployment.RunCxfAsync(["test", $"acme/{flow}", .. deployment.Tables]);
        Assert.True(code == 0, output);
        Assert.Contains(tests == 1 ? "1 test: 1 passed" : $"{tests} tests: {tests} passed", output);
    }
}
