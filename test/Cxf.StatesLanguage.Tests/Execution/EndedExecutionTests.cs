using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Tests.Execution;

/// <summary>An execution that can no longer change is kept as bytes.</summary>
public sealed class EndedExecutionTests
{
    private const string Name = "Größe-1";

    /// <summary>What the states do before the execution waits, which is when its history is read for the first time.</summary>
    public static TheoryData<string> Beginnings =>
        [
            """{"A":{"Type":"Pass","Next":"W"},""",
            """{"A":{"Type":"Pass","Output":{"größe":"{% $states.input.n & '😀' %}"},"Assign":{"v":1,"ü":[2]},"Next":"W"},""",
            """{"A":{"Type":"Pass","Output":"{% $pad('x', 5000, 'x') %}","Next":"B"},"B":{"Type":"Pass","Next":"W"},""",
            """
                {"A":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.n = 1 %}","Next":"B"}],"Default":"W"},
                 "B":{"Type":"Pass","Next":"W"},
                """,
            """
                {"A":{"Type":"Map","Items":"{% [1..20] %}",
                  "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},
                      "Next":"W"},
                """,
            """
                {"A":{"Type":"Parallel",
                  "Branches":[{"StartAt":"P","States":{"P":{"Type":"Pass","Next":"Q"},"Q":{"Type":"Succeed"}}},
                      {"StartAt":"R","States":{"R":{"Type":"Wait","Seconds":1,"End":true}}}],"Next":"W"},
                """,
            """
                {"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                  "Arguments":{"FunctionName":"f","Payload":{"n":1}},
                      "TimeoutSeconds":5,"Next":"B"},
                 "B":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","Next":"W"},
                """,
            """
                {"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                  "Arguments":{"FunctionName":"f","Payload":{"fail":1}},
                      "Retry":[{"ErrorEquals":["Bad"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"W"}],
                      "Next":"W"},
                """,
            """
                {"A":{"Type":"Parallel","Branches":[{"StartAt":"P","States":{"P":{"Type":"Pass","Output":"{% $error('no') %}",
                      "End":true}}}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"W"}],"Next":"W"},
                """,
        ];

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void An_execution_reads_the_same_before_and_after_its_end(string beginning)
    {
        using var local = new LocalService(new StepFunctionsOptions { Lambda = Answering });
        foreach (var end in (string[])["\"Succeed\"", "\"Fail\",\"Error\":\"Größe\",\"Cause\":\"{% '😀' %}\""])
        {
            var states = beginning + """ "W":{"Type":"Wait","Seconds":1000,"Next":"Z"},"Z":{"Type":""" + end + "}}";
            foreach (var type in Enum.GetValues<StateMachineType>())
            {
                var machine = local.Machine("A", states, type, $"machine-{type}-{end.Length}");
                var arn = local.Service.StartExecution(new StartExecutionRequest(machine, Name, """{"n": 1}""")).ExecutionArn;
                local.Time.Advance(TimeSpan.FromSeconds(10));
                var (before, events) = (local.Service.ViewOf(arn), local.Service.HistoryOf(arn));
                local.RunClock();
                var (after, all) = (local.Service.ViewOf(arn), local.Service.HistoryOf(arn));

                Assert.Null(before.StopDate);
                Assert.Equal(
                    before,
                    after with
                    {
                        Status = before.Status,
                        StopDate = null,
                        Error = null,
                        Cause = null,
                        Output = null,
                    }
                );
                Assert.Equal(HistoryEventJson.Write(events), HistoryEventJson.Write(all.Take(events.Count)));
                Assert.Equal(after.StopDate, all[^1].Timestamp);
                Assert.Equal(
                    (after.Error, after.Cause),
                    (all[^1].Details as ErrorDetails) is { } e ? (e.Error, e.Cause) : default
                );
                Assert.Equal(after.Output, (all[^1].Details as OutputDetails)?.Output.ToString());
            }
        }
    }

    private static LambdaFunction Answering { get; } =
        new(
            (input, _) =>
                ValueTask.FromResult(
                    input.TryGetProperty("fail", out var _)
                        ? LambdaFunction.Failure("Bad")
                        : new LambdaResult("""{"answer":"ü"}"""u8.ToArray(), false, "1")
                )
        );
}
