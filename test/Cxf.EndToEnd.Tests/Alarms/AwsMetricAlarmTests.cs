namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>Alarms on what only AWS can measure: the metric's name and dimensions are AWS's, the value is one that must not
/// be.</summary>
public sealed class AwsMetricAlarmTests
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TemplateAlarms Alarms = new("7");

    private static readonly (string Alarm, string Metric, string Function, double Value)[] OfLambda =
    [
        ("CallApiSlowAlarm", "Duration", "cxf-local-CallApi", 64_000),
        ("CallApiThrottlesAlarm", "Throttles", "cxf-local-CallApi", 1),
        ("ExecuteFlowThrottlesAlarm", "Throttles", "cxf-local-ExecuteFlow", 1),
        ("GetFlowResultThrottlesAlarm", "Throttles", "cxf-local-GetFlowResult", 1),
        ("PublishFlowThrottlesAlarm", "Throttles", "cxf-local-PublishFlow", 1),
        ("PublishRequestsLateAlarm", "IteratorAge", "cxf-local-PublishFlow", 120_000),
    ];

    /// <summary>The alarms that these tests fire.</summary>
    internal static IEnumerable<string> Fired { get; } =
    [.. OfLambda.Select(row => row.Alarm), "PublishRequestsDeadLettersAlarm"];

    [Fact]
    public void A_metric_of_Lambdas_fires_the_one_alarm_that_is_meant_for_it() =>
        Assert.All(
            OfLambda,
            row =>
                Assert.Equal(
                    [row.Alarm],
                    Alarms.Firing([
                        .. Minutes(3)
                            .SelectMany(time => MetricDatum.OfLambda(row.Metric, row.Function, "live", "7", time, row.Value)),
                    ])
                )
        );

    [Fact]
    public void A_request_to_publish_that_was_given_up_fires_its_alarm() =>
        Assert.Equal(
            ["PublishRequestsDeadLettersAlarm"],
            Alarms.Firing([
                .. Minutes(1)
                    .Select(time => new MetricDatum(
                        MetricDatum.KeyOf(
                            "AWS/SQS",
                            "ApproximateNumberOfMessagesVisible",
                            [("QueueName", "cxf-local-publish-requests-dead")]
                        ),
                        time,
                        1
                    )),
            ])
        );

    [Fact]
    public void Nothing_measured_fires_nothing() => Assert.Empty(Alarms.Firing([]));

    // A version's own alarms only: those of the whole function would also stop the version that repairs it.
    [Fact]
    public void Moves_go_by_alarms_of_the_new_version_of_which_one_is_on_our_own_failures()
    {
        var moves = Alarms.OfMoves();
        Assert.Equal(4, moves.Count);
        Assert.All(
            moves,
            move =>
            {
                var alarms = Alarms.All.Where(alarm => move.Value.Contains(alarm.Name)).ToList();
                Assert.Equal(move.Value.Count, alarms.Count);
                Assert.All(
                    alarms,
                    alarm => Assert.True(alarm.Metric.Contains("ersion=7") || alarm.Metric.EndsWith(":7"), alarm.Metric)
                );
                Assert.Contains(alarms, alarm => alarm.Metric.StartsWith("CXF Failures "));

                // The shortest move lasts five minutes; CloudWatch needs one more to have the data.
                Assert.All(
                    alarms,
                    alarm => Assert.True(alarm.Period * (alarm.EvaluationPeriods + 1) < TimeSpan.FromMinutes(5), alarm.Name)
                );
            }
        );
        Assert.Equal(
            moves.Values.SelectMany(names => names).Order(),
            Alarms.All.Where(alarm => !alarm.HasActions).Select(alarm => alarm.Name).Order()
        );
    }

    private static IEnumerable<DateTimeOffset> Minutes(int count) =>
        Enumerable.Range(0, count).Select(minute => Noon.AddMinutes(minute));
}
