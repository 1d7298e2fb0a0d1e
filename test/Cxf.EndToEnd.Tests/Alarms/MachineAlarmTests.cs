using System.Text.Json;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>Executions of flows that fail or do not end in time: the template counts them in the state machines' log.</summary>
public sealed class MachineAlarmTests
{
    private const string Fails = """{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"FlowFailed","Cause":"No."}}}""";
    private const string Waits = """{"TimeoutSeconds":5,"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}""";
    private const string Succeeds = """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""";

    private static readonly TemplateAlarms Alarms = new("7");

    /// <summary>The alarms that these tests fire.</summary>
    internal static IReadOnlyList<string> Fired { get; } = ["FailedRunsAlarm", "TimedOutRunsAlarm"];

    [Theory]
    [InlineData(Fails, 11, "FailedRunsAlarm")]
    [InlineData(Fails, 10)]
    [InlineData(Waits, 1, "TimedOutRunsAlarm")]
    [InlineData(Succeeds, 100)]
    public async Task Bad_ends_of_executions_fire_their_alarm(string definition, int executions, params string[] alarms)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(20_000));
        using var service = new StepFunctionsService(new StepFunctionsOptions { TimeProvider = clock });
        var machine = service
            .CreateStateMachine(new CreateStateMachineRequest("m", definition, "arn:aws:iam::111111111111:role/r"))
            .StateMachineArn;
        var data = new List<MetricDatum>();
        for (var count = 0; count < executions; count++)
        {
            var execution = service.StartExecution(new StartExecutionRequest(machine, $"run-{count}", "{}")).ExecutionArn;
            clock.Advance(TimeSpan.FromSeconds(definition == Waits ? 6 : 0));
            await service.WhenEnded(execution, TestContext.Current.CancellationToken);
            data.AddRange(
                service
                    .HistoryOf(execution)
                    .SelectMany(one => Alarms.OfMachineLog(LogLine(one.Type.ToString(), execution), one.Timestamp))
            );
        }

        Assert.Equal(alarms, Alarms.Firing(data));
    }

    // As Step Functions writes it without execution data (Step Functions developer guide, "Using CloudWatch Logs to log
    // execution history").
    private static JsonElement LogLine(string type, string execution) =>
        JsonElement.Parse(
            $$"""
            {"id":"2","type":"{{type}}","details":{},"redrive_count":"0","previous_event_id":"1","event_timestamp":"1",
             "execution_arn":"{{execution}}"}
            """
        );
}
