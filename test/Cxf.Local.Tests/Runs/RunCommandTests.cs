using System.Diagnostics;
using System.Text.Json;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Local.Runs;

namespace Cxf.Local.Tests.Runs;

/// <summary>The commands on runs, against the services of <c>cxf start</c>.</summary>
public sealed class RunCommandTests
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";
    private const string Other = "5ca32fbd-8f92-46af-92a5-6b0f970f0eff";

    [Fact]
    public async Task The_runs_of_a_contact_are_found_wherever_they_are_kept()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var express = await deployed.RunAsync(DeployedRuns.Express, Contact);
        var standard = await deployed.RunAsync(DeployedRuns.Standard, Contact);
        await deployed.RunAsync(DeployedRuns.Express, Other);
        deployed.Record($"{Contact}-{Guid.NewGuid():N}");

        var (code, output) = await deployed.CxfAsync("runs", "--contact", Contact, "--json");

        Assert.True(code == 0, output);
        var runs = JsonElement.Parse(output).GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal(3, runs.Count);
        Assert.Equal(runs.OrderByDescending(Start).Select(Start), runs.Select(Start));
        var first = runs.Single(run => Text(run, "runId") == express);
        Assert.Equal(
            ("EXPRESS", "FAILED", "ApiUnavailable"),
            (Text(first, "type"), Text(first, "status"), Text(first, "errorCode"))
        );
        Assert.Equal(3, first.GetProperty("version").GetInt32());
        var second = runs.Single(run => Text(run, "runId") == standard);
        Assert.Equal(
            ("STANDARD", "FAILED", "ApiUnavailable"),
            (Text(second, "type"), Text(second, "status"), Text(second, "errorCode"))
        );
        Assert.Equal("The API did not answer: 503.", Text(second, "cause"));
    }

    [Fact]
    public async Task The_doctor_tells_a_machine_that_an_older_release_compiled()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var (_, output) = await deployed.CxfAsync("doctor", "acme", "--json");
        Assert.Contains(
            JsonElement.Parse(output).GetProperty("findings").EnumerateArray(),
            finding =>
                Text(finding, "where") == $"acme/{DeployedRuns.Express}"
                && Text(finding, "severity") == "info"
                && Text(finding, "message")!.Contains("compiler 1, now ")
        );
    }

    [Theory]
    [InlineData("ALL", false)]
    [InlineData("OFF", true)]
    public async Task The_doctor_misses_the_log_of_EXPRESS_runs(string level, bool misses)
    {
        await using var deployed = await DeployedRuns.StartAsync(level, standardLevel: "OFF");
        var (code, output) = await deployed.CxfAsync("doctor", "acme");
        Assert.Equal(misses, output.Contains("There is no log group of the state machines"));
        Assert.True(!misses || code == 1, output);
    }

    [Theory]
    [InlineData("--tenant acme", 2)]
    [InlineData("--tenant other", 0)]
    [InlineData("--flow acme/quick", 1)]
    [InlineData("--flow acme/long-running", 1)]
    [InlineData("--flow acme/missing", 0)]
    [InlineData("--status FAILED", 2)]
    [InlineData("--status SUCCEEDED", 0)]
    [InlineData("--error ApiUnavailable", 2)]
    [InlineData("--error ApiTimeout", 0)]
    [InlineData("--flow-version 3", 2)]
    [InlineData("--flow-version 2", 0)]
    [InlineData("--until 10m", 0)]
    [InlineData("--since 10m", 2)]
    public async Task Runs_are_filtered(string filter, int count)
    {
        await using var deployed = await DeployedRuns.StartAsync();
        await deployed.RunAsync(DeployedRuns.Express, Contact);
        await deployed.RunAsync(DeployedRuns.Standard, Other);

        var (code, output) = await deployed.CxfAsync(["runs", "--json", .. filter.Split(' ')]);

        Assert.True(code == 0, output);
        Assert.Equal(count, JsonElement.Parse(output).GetProperty("runs").GetArrayLength());
    }

    // What ExecuteFlow answers and logs is the code; the execution has the name.
    [Theory]
    [InlineData("FlowFailed.OutOfStock", "OutOfStock")]
    [InlineData("FlowFailed.ApiTimeout", "ApiTimeout")]
    [InlineData("States.QueryEvaluationError", "FlowExpression")]
    public void A_run_is_found_by_the_code_of_its_answer_and_by_the_name_of_its_failure(string name, string code)
    {
        var run = new Run
        {
            RunId = Contact,
            Tenant = DeployedRuns.Tenant,
            Flow = DeployedRuns.Express,
            IsExpress = true,
            ExecutionArn = "arn",
            Status = "FAILED",
            StartedAt = DateTimeOffset.UnixEpoch,
            Error = name,
        };
        Assert.True(Query(name).HasError(run));
        Assert.True(Query(code).HasError(run));
        Assert.True(Query(null).HasError(run));
        Assert.False(Query("ApiBlocked").HasError(run));
        Assert.False(Query(code).HasError(run with { Status = "SUCCEEDED", Error = null }));
        Assert.True(Query("FlowTimeout").HasError(run with { Status = "TIMED_OUT", Error = null }));

        static RunQuery Query(string? error) =>
            new()
            {
                Error = error,
                Since = DateTimeOffset.UnixEpoch,
                Until = DateTimeOffset.UnixEpoch,
                Limit = 1,
            };
    }

    [Fact]
    public async Task Pages_show_every_run_once()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        deployed.IsDown = false;
        var started = new HashSet<string>();
        for (var number = 0; number < 5; number++)
        {
            started.Add(await deployed.RunAsync(DeployedRuns.Express, Contact));
            started.Add(await deployed.RunAsync(DeployedRuns.Standard, Other));
        }

        var seen = new List<string>();
        string[] after = [];
        do
        {
            var (code, output) = await deployed.CxfAsync(["runs", "--json", "--limit", "3", .. after]);
            Assert.True(code == 0, output);
            var page = JsonElement.Parse(output);
            seen.AddRange(page.GetProperty("runs").EnumerateArray().Select(run => Text(run, "runId")));
            after = page.GetProperty("after").GetString() is { } next ? ["--after", next] : [];
        } while (after.Length > 0 && seen.Count < 100);

        Assert.Equal(started.Order(), seen.Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_history_of_a_contact_shows_the_step_that_failed_its_tries_and_the_cause_but_no_personal_data(
        bool isFull
    )
    {
        await using var deployed = await DeployedRuns.StartAsync();
        await deployed.RunAsync(DeployedRuns.Express, Contact);
        await deployed.RunAsync(DeployedRuns.Standard, Contact);

        var (code, output) = await deployed.CxfAsync(["history", Contact, .. isFull ? ["--full"] : (string[])[]]);

        Assert.True(code == 0, output);
        Assert.Equal(2, output.Split("POST crm:/leads").Length - 1);
        Assert.Contains("try 2", output);
        Assert.Contains("before the next try", output);
        Assert.Contains("ApiUnavailable: The API did not answer: 503.", output);
        AssertHasNoPersonalData(output);
    }

    [Fact]
    public async Task The_history_of_a_run_that_succeeded_shows_what_the_caller_heard()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        deployed.IsDown = false;
        var run = await deployed.RunAsync(DeployedRuns.Express, Contact);

        var (code, output) = await deployed.CxfAsync("history", run, "--full");

        Assert.True(code == 0, output);
        Assert.Contains("Caller hears: \"Your number is L-7.\"", output);
        Assert.Contains("lead = {\"id\": \"L-7\"}", output);
        AssertHasNoPersonalData(output);
    }

    [Fact]
    public async Task The_history_for_programs_has_every_event_and_every_try()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var express = await deployed.RunAsync(DeployedRuns.Express, Contact);
        var standard = await deployed.RunAsync(DeployedRuns.Standard, Contact);

        var (code, output) = await deployed.CxfAsync("history", Contact, "--json");

        Assert.True(code == 0, output);
        AssertHasNoPersonalData(output);
        var runs = JsonElement.Parse(output).GetProperty("runs").EnumerateArray().ToDictionary(run => Text(run, "runId"));
        foreach (var run in (JsonElement[])[runs[express], runs[standard]])
        {
            var recorded = deployed.Service.HistoryOf(Text(run, "executionArn"));
            Assert.Equal(
                recorded.Select(one => (one.Id, one.Type.ToString())),
                run.GetProperty("events").EnumerateArray().Select(one => (one.GetProperty("id").GetInt64(), Text(one, "type")))
            );
            var step = run.GetProperty("steps")[0];
            Assert.Equal("find_lead", Text(step, "name"));
            Assert.Equal(2, step.GetProperty("attempts").GetArrayLength());
            Assert.All(step.GetProperty("attempts").EnumerateArray(), one => Assert.Equal("ApiUnavailable", Text(one, "error")));
        }
    }

    [Fact]
    public async Task A_history_without_data_still_shows_steps_errors_and_times()
    {
        await using var deployed = await DeployedRuns.StartAsync(includesData: false);
        var run = await deployed.RunAsync(DeployedRuns.Express, Contact);

        var (code, output) = await deployed.CxfAsync("history", run, "--full");

        Assert.True(code == 0, output);
        Assert.Contains("find_lead", output);
        Assert.Contains("ApiUnavailable: The API did not answer: 503.", output);
        Assert.Contains("requests and answers are not shown", output);
    }

    [Fact]
    public async Task A_history_in_a_file_is_printed_without_a_deployment()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        await deployed.RunAsync(DeployedRuns.Standard, Contact);
        var execution = Assert.Single(deployed.Service.ViewAll());
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                Cxf.StatesLanguage.History.HistoryEventJson.Write(deployed.Service.HistoryOf(execution.ExecutionArn)),
                TestContext.Current.CancellationToken
            );
            var (code, output) = await deployed.CxfAsync("history", file);
            Assert.True(code == 0, output);
            Assert.Contains("ApiUnavailable: The API did not answer: 503.", output);
            AssertHasNoPersonalData(output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_failed_run_is_started_again_with_the_same_idempotency_key()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var run = await deployed.RunAsync(DeployedRuns.Standard, Contact);
        deployed.IsDown = false;

        var (code, output) = await deployed.CxfAsync("redrive", run);
        Assert.True(code == 0, output);
        Assert.Contains($"{run} runs again", output);
        await deployed.Service.WhenEnded(
            Assert.Single(deployed.Service.ViewAll()).ExecutionArn,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(3, deployed.IdempotencyKeys.Count);
        Assert.Single(deployed.IdempotencyKeys.Distinct());
        var (_, history) = await deployed.CxfAsync("history", run);
        Assert.Contains("SUCCEEDED", history);
        Assert.Contains("started again 1 times", history);
        Assert.Contains("Caller hears: \"Your number is L-7.\"", history);

        (code, output) = await deployed.CxfAsync("redrive", run);
        Assert.Equal(1, code);
        Assert.Contains("cannot be started again", output);
    }

    [Fact]
    public async Task A_run_that_ended_is_not_stopped_and_an_EXPRESS_run_is_refused()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var standard = await deployed.RunAsync(DeployedRuns.Standard, Contact);
        var express = await deployed.RunAsync(DeployedRuns.Express, Contact);

        Assert.Contains("had already ended: FAILED", (await deployed.CxfAsync("stop", standard)).Output);
        foreach (var command in (string[])["stop", "redrive"])
        {
            var (code, output) = await deployed.CxfAsync(command, express);
            Assert.Equal(1, code);
            Assert.Contains("a run of an EXPRESS flow", output);
        }
    }

    [Theory]
    [InlineData("ALL", "ExecutionStarted ExecutionFailed TaskFailed TaskStateEntered TaskScheduled TaskStarted")]
    [InlineData("ERROR", "ExecutionFailed TaskFailed")]
    [InlineData("FATAL", "ExecutionFailed")]
    public async Task A_machine_logs_what_its_level_says(string level, string types)
    {
        await using var deployed = await DeployedRuns.StartAsync(level);
        await deployed.RunAsync(DeployedRuns.Express, Contact);
        using var logs = new LogsClient(LocalClients.Of(AwsService.CloudWatchLogs, new Uri(deployed.Target[^1])));

        var page = await logs.FilterLogEventsAsync(
            new LogsQuery
            {
                LogGroup = LoggedMachine.Group,
                Pattern = "",
                From = DateTimeOffset.UtcNow.AddHours(-1),
                Until = DateTimeOffset.UtcNow.AddHours(1),
            },
            TestContext.Current.CancellationToken
        );

        var events = page.Messages.Select(message => JsonElement.Parse(message)).ToList();
        Assert.Equal(types.Split(' ').Order(), events.Select(one => Text(one, "type")).Distinct().Order());
        Assert.All(
            events,
            one =>
                Assert.Equal(
                    ["id", "type", "details", "previous_event_id", "event_timestamp", "execution_arn", "redrive_count"],
                    one.EnumerateObject().Select(member => member.Name)
                )
        );
    }

    [Fact]
    public async Task A_contact_is_found_among_very_many_runs_with_one_bounded_query()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var runs = Environment.GetEnvironmentVariable("CXF_LONG") == "1" ? 100_000 : 2_000;
        for (var number = 0; number < runs; number++)
        {
            deployed.Record($"{number:D12}-{Guid.NewGuid():N}");
        }

        var wanted = $"{Contact}-{Guid.NewGuid():N}";
        deployed.Record(wanted);
        await deployed.CxfAsync("runs", "--contact", Other);
        var watch = Stopwatch.StartNew();
        var (code, output) = await deployed.CxfAsync("runs", "--contact", Contact, "--json");
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms among {runs} runs");

        Assert.True(code == 0, output);
        Assert.Equal(wanted, Text(Assert.Single(JsonElement.Parse(output).GetProperty("runs").EnumerateArray()), "runId"));
    }

    [Theory]
    [InlineData("runs --contact a_b", "--contact takes a contact ID")]
    [InlineData("runs --status BROKEN", "--status takes one of RUNNING")]
    [InlineData("runs --since yesterday", "--since takes a time")]
    [InlineData("runs --limit 0", "--limit takes a number from 1")]
    [InlineData("runs --after x", "--after takes what the command printed")]
    [InlineData("stop abc", "Expected a run's ID")]
    [InlineData("history a_b", "Expected a run's ID, a contact ID or a file")]
    public async Task A_wrong_command_line_is_explained(string arguments, string problem)
    {
        await using var deployed = await DeployedRuns.StartAsync();
        var (code, output) = await deployed.CxfAsync(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(problem, output);
    }

    private static void AssertHasNoPersonalData(string output)
    {
        Assert.DoesNotContain("Planted", output);
        Assert.DoesNotContain(DeployedRuns.PlantedPhone, output);
        Assert.DoesNotContain("2025550100", output);
    }

    private static string Start(JsonElement run) => Text(run, "startedAt");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
