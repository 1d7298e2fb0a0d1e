using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Execution;

public sealed class RetryTests
{
    private static readonly StepFunctionsOptions Failing = new()
    {
        Lambda = new LambdaFunction((_, _) => ValueTask.FromResult(LambdaFunction.Failure("Busy"))),
    };

    [Fact]
    public void Full_jitter_waits_for_a_part_of_the_delay_that_the_seed_determines()
    {
        const string Retry =
            """{"ErrorEquals":["Busy"],"IntervalSeconds":100,"BackoffRate":1,"MaxAttempts":20,"JitterStrategy":"FULL"}""";

        var delays = Delays(Retry, seed: 1);

        Assert.All(delays, static delay => Assert.InRange(delay, 0, 100));
        Assert.True(delays.Distinct().Count() > 15);
        Assert.Equal(delays, Delays(Retry, seed: 1));
        Assert.NotEqual(delays, Delays(Retry, seed: 2));
    }

    [Fact]
    public void No_delay_is_longer_than_MaxDelaySeconds() =>
        Assert.Equal(
            [2, 6, 10, 10],
            Delays(
                """{"ErrorEquals":["Busy"],"IntervalSeconds":2,"BackoffRate":3,"MaxAttempts":4,"MaxDelaySeconds":10}""",
                seed: 0
            )
        );

    [Fact]
    public void Only_the_first_retrier_that_matches_the_error_counts() =>
        Assert.Equal(
            [1, 1],
            Delays(
                """
                {"ErrorEquals":["Busy"],"IntervalSeconds":1,"BackoffRate":1,"MaxAttempts":2},
                 {"ErrorEquals":["States.ALL"],"MaxAttempts":9}
                """,
                seed: 0
            )
        );

    private static List<double> Delays(string retriers, int seed)
    {
        using var local = new LocalService(Failing with { Seed = seed });
        var machine = local.Machine(
            "Call",
            $$"""
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},"End":true,
             "Retry":[{{retriers}}]} }
            """
        );
        var calls = local
            .Service.HistoryOf(local.Run(machine).ExecutionArn)
            .Where(static entry => entry.Type == HistoryEventType.TaskScheduled)
            .Select(static entry => entry.Timestamp)
            .ToList();
        return [.. calls.Zip(calls.Skip(1), static (one, next) => (next - one).TotalSeconds)];
    }
}
