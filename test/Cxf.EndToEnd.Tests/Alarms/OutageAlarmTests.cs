using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;
using Cxf.Local;
using Cxf.StatesLanguage.Service;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>The outages of the functions that Step Functions and the publisher invoke, and which alarms there are.</summary>
public sealed class OutageAlarmTests(OutageScene scene) : OutageTests(scene)
{
    public static TheoryData<int> Rows => RowsOf("CallApi", "PublishFlow");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task An_outage_fires_the_alarms_that_are_meant_for_it_and_one_Error_line_names_the_cause(int row) =>
        FiresItsAlarmsAsync(row);

    [Fact]
    public async Task A_tenth_of_the_callers_triggers_a_rollback_and_the_previous_version_raises_no_alarm()
    {
        var outage = new Outage("ExecuteFlow", Question.Continuing) { Tables = Fault.AccessDenied };
        await using var faults = await FaultsAsync(outage);
        await using var refused = await StartAsync("ExecuteFlow", Version, faults, "WARN");
        await using var well = await StartAsync(
            "ExecuteFlow",
            VersionBefore,
            await FaultsAsync(new Outage("ExecuteFlow", Question.Continuing)),
            "WARN"
        );
        await refused.AskAsync(EventOf(Question.Continuing, Guid.NewGuid().ToString()));
        for (var caller = 0; caller < 9; caller++)
        {
            Assert.Equal(
                "RUNNING",
                (await well.AskAsync(EventOf(Question.Continuing, Guid.NewGuid().ToString()))).Text("status")
            );
        }

        var metrics = (await refused.EndAsync()).Metrics.Concat((await well.EndAsync()).Metrics).ToList();
        Assert.Equal(["ExecuteFlowFailuresAlarm", "ExecuteFlowVersionFailuresAlarm"], Firing(Alarms, metrics, outage));
        Assert.Equal(["ExecuteFlowFailuresAlarm"], Firing(new TemplateAlarms(VersionBefore), metrics, outage));
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("INFO")]
    [InlineData("WARN")]
    [InlineData("ERROR")]
    [InlineData("FATAL")]
    public async Task Metrics_survive_every_log_level(string level)
    {
        var outage = new Outage("ExecuteFlow", Question.Waiting) { StepFunctions = Fault.AccessDenied };
        await using var faults = await FaultsAsync(outage);
        await using var version = await StartAsync("ExecuteFlow", Version, faults, level);
        await version.AskAsync(EventOf(Question.Waiting, Guid.NewGuid().ToString()));
        Assert.Equal(
            ["ExecuteFlowFailuresAlarm", "ExecuteFlowVersionFailuresAlarm"],
            Firing(Alarms, (await version.EndAsync()).Metrics, outage)
        );
    }

    [Theory]
    [InlineData("ExecuteFlow", Question.Waiting)]
    [InlineData("ExecuteFlow", Question.Continuing)]
    [InlineData("GetFlowResult", Question.WaitingResult)]
    [InlineData("CallApi", Question.Call)]
    [InlineData("CallApi", Question.SelfCheck)]
    [InlineData("PublishFlow", Question.Publish)]
    [InlineData("PublishFlow", Question.SelfCheck)]
    public async Task Where_nothing_is_wrong_no_alarm_fires(string function, Question asked)
    {
        var none = new Outage(function, asked);
        await using var faults = await FaultsAsync(none);
        await using var version = await StartAsync(function, Version, faults, "INFO");
        await version.AskAsync(EventOf(asked, Guid.NewGuid().ToString()), asked == Question.SelfCheck ? Version : "live");
        var (lines, metrics) = await version.EndAsync();
        Assert.Empty(Firing(Alarms, Lasting(metrics, 1, 5), none));
        Assert.DoesNotContain(lines, line => line.Text("level") == "Error");
    }

    [Theory]
    [InlineData("create_lead", "ALL")]
    [InlineData("request_callback", "FATAL")]
    public async Task A_published_machine_logs_its_bad_ends_where_the_template_counts_them(string flow, string level)
    {
        var machine = StateMachineName.For(StageName.Parse("local"), TenantId.Parse("acme"), FlowId.Parse(flow));
        var deployment = await Scene.GetAsync();
        var logging = deployment
            .StepFunctions.DescribeStateMachine(
                new StateMachineRequest($"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:{machine}")
            )
            .LoggingConfiguration!;
        Assert.Equal((level, false), (logging.Level, logging.IncludeExecutionData));
        Assert.EndsWith(
            ":log-group:/aws/vendedlogs/states/cxf-local:*",
            logging.Destinations!.Single().CloudWatchLogsLogGroup!.LogGroupArn
        );
        Assert.Equal(["/aws/vendedlogs/states/cxf-local"], Alarms.FilteredLogGroups.Distinct());
    }

    [Fact]
    public void Every_alarm_is_meant_for_an_outage_that_a_test_causes() =>
        Assert.Equal(
            Alarms.All.Select(alarm => alarm.Name).Order(),
            Outages
                .All.SelectMany(outage => outage.Alarms)
                .Concat(MachineAlarmTests.Fired)
                .Concat(AwsMetricAlarmTests.Fired)
                .Distinct()
                .Order()
        );
}
