using System.Text.Json;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>What callers are told when the work is done and the machine cannot write that to the run's record.</summary>
public sealed class UnrecordedAnswerTests : IDisposable
{
    private readonly VirtualDeployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Fact]
    public void The_waiting_caller_and_later_requests_get_the_same_answer()
    {
        _deployment.Publish(TestFlow.Express);
        _deployment.MachineTables.FailsToRecord = () => true;
        var answer = Execute();
        Assert.Equal(
            ("SUCCEEDED", "Noted as L-1.", "L-1"),
            (answer.Text("status"), answer.Text("message"), answer.Text("leadId"))
        );
        Assert.False(answer.TryGetProperty("unrecorded", out _));
        Assert.Equal(answer.GetRawText(), GetResult(answer).GetRawText());
        Assert.Equal(answer.GetRawText(), Execute().GetRawText());
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void The_caller_is_answered_even_if_the_record_cannot_be_written()
    {
        _deployment.Publish(TestFlow.Express);
        _deployment.MachineTables.FailsToRecord = () =>
        {
            _deployment.Tables.Delay = Timeout.InfiniteTimeSpan;
            return true;
        };
        var before = _deployment.Clock.GetUtcNow();
        Assert.Equal("SUCCEEDED", Execute().Text("status"));
        Assert.InRange((_deployment.Clock.GetUtcNow() - before).TotalSeconds, 2, 7);
    }

    // Nobody waits for the machine any more, so it writes its answer itself when the table takes it again.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_run_that_outlived_its_caller_writes_its_answer_later(int failures)
    {
        _deployment.Publish(TestFlow.Express with { GivesUpAfterSeconds = 60 });
        _deployment.ThirdParty.Duration = TimeSpan.FromSeconds(10);
        var left = failures;
        _deployment.MachineTables.FailsToRecord = () => left-- > 0;
        var answer = Execute();
        Assert.Equal("RUNNING", answer.Text("status"));
        _deployment.Run(
            Task.Delay(TimeSpan.FromSeconds(20), _deployment.Clock, TestContext.Current.CancellationToken)
                .ContinueWith(_ => 0, TaskScheduler.Default)
        );
        Assert.Equal(("SUCCEEDED", "L-1"), (GetResult(answer).Text("status"), GetResult(answer).Text("leadId")));
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    [Fact]
    public void The_machine_does_not_try_for_ever()
    {
        _deployment.Publish(TestFlow.Express with { GivesUpAfterSeconds = 60 });
        _deployment.ThirdParty.Duration = TimeSpan.FromSeconds(10);
        var tries = 0;
        _deployment.MachineTables.FailsToRecord = () => ++tries > 0;
        Execute();
        _deployment.Run(
            Task.Delay(TimeSpan.FromSeconds(40), _deployment.Clock, TestContext.Current.CancellationToken)
                .ContinueWith(_ => 0, TaskScheduler.Default)
        );
        Assert.Equal(6, tries);
        var run = Assert.Single(_deployment.StepFunctions.ViewAll());
        Assert.NotNull(run.StopDate);
    }

    [Fact]
    public void A_flow_that_fails_says_its_own_sentence()
    {
        _deployment.Publish(TestFlow.Express with { Fails = true });
        _deployment.MachineTables.FailsToRecord = () => true;
        var answer = Execute();
        Assert.Equal(
            ("FAILED", "FlowFailed", "We cannot take L-1."),
            (answer.Text("status"), answer.Text("errorCode"), answer.Text("message"))
        );
        Assert.Equal(answer.GetRawText(), GetResult(answer).GetRawText());
        Assert.Equal(1, _deployment.ThirdParty.Effects);
    }

    private JsonElement Execute() => _deployment.Execute(VirtualDeployment.Received(""" "userInput":"5" """));

    private JsonElement GetResult(JsonElement answer) =>
        _deployment.GetResult(VirtualDeployment.Received($""" "runId":"{answer.Text("runId")}" """));
}
