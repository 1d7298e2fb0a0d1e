using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class TaskTokenTests
{
    private const string Call = """
        {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
          "Arguments":{"FunctionName":"f","Payload":{"token":"{% $states.context.Task.Token %}"}},LIMITS
          "Catch":[{"ErrorEquals":["States.HeartbeatTimeout"],"Output":"missed","Next":"End"}],"End":true},
         "End":{"Type":"Succeed"}}
        """;

    [Fact]
    public void A_task_ends_with_the_output_that_is_returned_with_its_token()
    {
        using var waiting = new WaitingTask("");
        Assert.Equal(ExecutionStatus.Running, waiting.View.Status);

        waiting.Service.SendTaskSuccess(new SendTaskSuccessRequest(waiting.Token, """{"done":true}"""));

        Assert.Equal("""{"done":true}""", waiting.View.Output);
        Assert.Equal(
            ["TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            waiting.Events.Skip(2)
        );
    }

    [Fact]
    public void A_task_fails_with_the_error_that_is_returned_with_its_token()
    {
        using var waiting = new WaitingTask("");

        waiting.Service.SendTaskFailure(new SendTaskFailureRequest(waiting.Token, "Broken", "by hand"));

        Assert.Equal(("Broken", "by hand"), (waiting.View.Error, waiting.View.Cause));
    }

    [Fact]
    public void Heartbeats_keep_a_task_alive_and_the_first_missed_one_ends_it()
    {
        using var waiting = new WaitingTask("\"HeartbeatSeconds\":10,\"TimeoutSeconds\":100,");
        for (var beat = 0; beat < 3; beat++)
        {
            waiting.Local.Time.Advance(TimeSpan.FromSeconds(9));
            waiting.Service.SendTaskHeartbeat(new SendTaskHeartbeatRequest(waiting.Token));
        }

        Assert.Equal(ExecutionStatus.Running, waiting.View.Status);
        waiting.Local.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("\"missed\"", waiting.View.Output);
    }

    [Fact]
    public void Heartbeats_do_not_extend_the_timeout()
    {
        using var waiting = new WaitingTask("\"HeartbeatSeconds\":10,\"TimeoutSeconds\":15,");
        waiting.Local.Time.Advance(TimeSpan.FromSeconds(9));
        waiting.Service.SendTaskHeartbeat(new SendTaskHeartbeatRequest(waiting.Token));
        waiting.Local.Time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal("States.Timeout", waiting.View.Error);
    }

    [Fact]
    public void A_returned_token_is_not_accepted_again()
    {
        using var waiting = new WaitingTask("");
        var success = new SendTaskSuccessRequest(waiting.Token, "1");
        waiting.Service.SendTaskSuccess(success);

        Assert.Equal("TaskTimedOut", Code(() => waiting.Service.SendTaskSuccess(success)));
    }

    [Theory]
    [InlineData("no token", "1", "InvalidToken")]
    [InlineData(null, "1", "ValidationException")]
    [InlineData("", "1", "ValidationException")]
    public void A_text_that_is_no_token_is_refused(string? token, string output, string code)
    {
        using var local = new LocalService();

        Assert.Equal(code, Code(() => local.Service.SendTaskSuccess(new SendTaskSuccessRequest(token, output))));
    }

    [Fact]
    public void An_output_that_is_not_JSON_is_rejected_and_the_task_continues()
    {
        using var waiting = new WaitingTask("");

        Assert.Equal(
            "InvalidOutput",
            Code(() => waiting.Service.SendTaskSuccess(new SendTaskSuccessRequest(waiting.Token, "{")))
        );
        Assert.Equal(ExecutionStatus.Running, waiting.View.Status);
    }

    private static string Code(Action call) => Assert.Throws<StepFunctionsException>(call).Code;

    /// <summary>An execution whose function has received the token of its task.</summary>
    private sealed class WaitingTask : IDisposable
    {
        private readonly string _arn;

        public WaitingTask(string limits)
        {
            Local = new LocalService(
                new StepFunctionsOptions
                {
                    Lambda = LambdaFunction.Answering(input =>
                    {
                        Token = input.GetProperty("token").GetString()!;
                        return "null";
                    }),
                }
            );
            var machine = Local.Machine("Call", Call.Replace("LIMITS", limits, StringComparison.Ordinal));
            _arn = Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;
        }

        public LocalService Local { get; }

        public StepFunctionsService Service => Local.Service;

        public string Token { get; private set; } = "";

        public ExecutionView View => Service.ViewOf(_arn);

        public IReadOnlyList<string> Events => Local.Events(View);

        public void Dispose() => Local.Dispose();
    }
}
