using System.Text.Json;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Cxf.Testing;

namespace Cxf.StatesLanguage.Tests.Execution;

/// <summary>Thousands of executions with random failures, retries, waits and branches under virtual time.</summary>
public sealed class SoakTests
{
    private const string States = """
        {"Split":{"Type":"Parallel","Next":"Each","Branches":[
           {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Arguments":{"FunctionName":"f","Payload":{"n":"{% $states.input.n %}"}},
              "TimeoutSeconds":20,"Retry":[{"ErrorEquals":["Flaky"],"IntervalSeconds":1,"MaxAttempts":4,
               "JitterStrategy":"FULL"},{"ErrorEquals":["States.Timeout"],"MaxAttempts":1}],
              "Catch":[{"ErrorEquals":["States.ALL"],"Output":{"failed":"{% $states.errorOutput.Error %}"},"Next":"Caught"}],
               "Output":"{% $states.result.Payload %}","End":true},
              "Caught":{"Type":"Pass","End":true}}},
           {"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":"{% $states.input.n % 50 %}","End":true}}}]},
         "Each":{"Type":"Map","Items":"{% [1..5] %}","MaxConcurrency":2,"ItemProcessor":{"StartAt":"Item","States":{
           "Item":{"Type":"Choice","Choices":[{"Condition":"{% $states.input % 2 = 0 %}","Next":"Even"}],"Default":"Odd"},
           "Even":{"Type":"Wait","Seconds":3,"End":true},"Odd":{"Type":"Pass","Assign":{"odd":true},"End":true}}},"End":true}}
        """;

    private static int Executions => LongRun.Count(2_000, 50_000);

    [Fact]
    public void Every_execution_ends_with_a_well_formed_history_that_the_seed_makes_repeatable()
    {
        var first = Run(seed: 7);
        var second = Run(seed: 7);

        Assert.Equal(Executions, first.Count);
        for (var index = 0; index < first.Count; index++)
        {
            Assert.Equal(first[index], second[index]);
        }
    }

    private static List<string> Run(int seed)
    {
        using var local = new LocalService(
            new StepFunctionsOptions
            {
                Seed = seed,
                Lambda = new FlakyFunction(seed),
                Retention = new ExecutionRetention(MaxCount: int.MaxValue),
            }
        );
        var machine = local.Machine("Split", States);
        var arns = new List<string>();
        for (var n = 0; n < Executions; n++)
        {
            arns.Add(local.Service.StartExecution(new StartExecutionRequest(machine, $"e{n}", $$"""{"n":{{n}}}""")).ExecutionArn);
        }

        local.Time.Advance(TimeSpan.FromHours(2));
        return [.. arns.Select(arn => Check(local.Service, arn))];
    }

    private static string Check(StepFunctionsService service, string arn)
    {
        var view = service.ViewOf(arn);
        Assert.NotEqual(StatesLanguage.Execution.ExecutionStatus.Running, view.Status);
        var events = service.HistoryOf(arn);
        var entered = new HashSet<long>();
        for (var index = 0; index < events.Count; index++)
        {
            Assert.Equal(index + 1, events[index].Id);
            Assert.True(events[index].PreviousEventId < events[index].Id);
            Assert.True(index == 0 || events[index].Timestamp >= events[index - 1].Timestamp);
            entered.Add(events[index].Id);
        }

        Assert.Equal(HistoryEventType.ExecutionStarted, events[0].Type);
        Assert.Equal(
            events.Count(static entry => entry.Details is StateEnteredDetails),
            events.Count(static entry => entry.Details is StateExitedDetails)
                + events.Count(static entry => entry.Type == HistoryEventType.TaskStateAborted)
        );
        return HistoryEventJson.Write(events);
    }

    /// <summary>Fails at random or does not answer; the behavior depends only on the event and the seed.</summary>
    private sealed class FlakyFunction(int seed) : ILambdaInvoker
    {
        private readonly Dictionary<int, int> _calls = [];

        public ValueTask<LambdaResult> InvokeAsync(
            string functionArn,
            ReadOnlyMemory<byte> payload,
            CancellationToken cancellationToken
        )
        {
            var n = JsonElement.Parse(payload.Span).GetProperty("n").GetInt32();
            var call = _calls[n] = _calls.GetValueOrDefault(n) + 1;
            return new Random(HashCode(n, call)).Next(10) switch
            {
                < 4 => ValueTask.FromResult(new LambdaResult(payload.ToArray(), false, "1")),
                < 7 => ValueTask.FromResult(LambdaFunction.Failure("Flaky")),
                < 9 => ValueTask.FromResult(LambdaFunction.Failure("Broken")),
                _ => Never(cancellationToken),
            };
        }

        private static async ValueTask<LambdaResult> Never(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return default;
        }

        private int HashCode(int n, int call) => (seed * 397) ^ (n * 31) ^ call;
    }
}
