using System.Text.Json;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>When an answer leaves, in virtual time: always while the caller still listens.</summary>
public sealed class CallerClockTests
{
    // What Connect needs to get the answer (CallerBudget), and the least that is tried.
    private const double AnswerMargin = 1;
    private const double Least = 0.26;

    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    private static readonly TestFlow Slow = TestFlow.Express with { GivesUpAfterSeconds = 30 };

    public static TheoryData<int> Limits => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_run_that_continues_is_answered_with_its_id(int limit) =>
        AssertLeaves(limit, Slow, ("RUNNING", "NONE"), deployment => deployment.ThirdParty.Duration = TimeSpan.FromSeconds(20));

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_flow_that_only_reads_can_be_started_again(int limit) =>
        AssertLeaves(
            limit,
            TestFlow.Reading with
            {
                GivesUpAfterSeconds = 30,
            },
            ("FAILED", "FlowTimeout"),
            deployment => deployment.ThirdParty.Duration = TimeSpan.FromSeconds(20)
        );

    [Theory]
    [MemberData(nameof(Limits))]
    public void Slow_configuration_is_part_of_the_callers_time(int limit) =>
        AssertLeaves(
            limit,
            Slow,
            null,
            deployment =>
            {
                deployment.Store.Delay = TimeSpan.FromSeconds(0.9);
                deployment.ThirdParty.Duration = TimeSpan.FromSeconds(20);
            }
        );

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_configuration_that_never_arrives_is_answered_too(int limit) =>
        AssertLeaves(limit, TestFlow.Express, ("FAILED", "Busy"), deployment => deployment.Store.Delay = Never);

    [Fact]
    public void An_existing_run_whose_record_cannot_be_read_is_RUNNING()
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(TestFlow.Express);
        deployment.Execute(Received(8));
        deployment.Tables.Delay = Never;
        var (answer, seconds) = Timed(deployment, Received(8));
        Assert.Equal("RUNNING", answer.Text("status"));
        Assert.InRange(seconds, 6, 7);
    }

    [Fact]
    public void A_failure_that_cannot_be_recorded_is_still_answered_in_time()
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(TestFlow.Express);
        deployment.ThirdParty.Error = "ApiRejected";
        deployment.Tables.Delay = Never;
        var (answer, seconds) = Timed(deployment, Received(8));
        Assert.Equal(("FAILED", "ApiRejected"), (answer.Text("status"), answer.Text("errorCode")));
        Assert.InRange(seconds, 2, 7);
    }

    [Theory]
    [InlineData(8, 3, 2.5)]
    [InlineData(60, 9, 8.5)]
    public void The_function_never_outstays_its_own_time(int limit, double remaining, double latest)
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(Slow);
        deployment.ThirdParty.Duration = TimeSpan.FromSeconds(20);
        var (answer, seconds) = Timed(deployment, Received(limit), TimeSpan.FromSeconds(remaining));
        Assert.Equal("RUNNING", answer.Text("status"));
        Assert.InRange(seconds, latest - 0.5, latest);
    }

    [Fact]
    public void A_question_for_a_run_is_answered_in_time_too()
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(TestFlow.Express);
        var runId = deployment.Execute(Received(8)).Text("runId");
        deployment.Tables.Delay = Never;
        var before = deployment.Clock.GetUtcNow();
        var answer = deployment.GetResult(VirtualDeployment.Received($""" "callerLimitSeconds":"8","runId":"{runId}" """));
        Assert.Equal(("RUNNING", runId), (answer.Text("status"), answer.Text("runId")));
        Assert.InRange((deployment.Clock.GetUtcNow() - before).TotalSeconds, 6, 7);
    }

    private static void AssertLeaves(int limit, TestFlow flow, (string, string)? expected, Action<VirtualDeployment> hinder)
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(flow);
        hinder(deployment);
        var (answer, seconds) = Timed(deployment, Received(limit));
        Assert.InRange(seconds, 0, Math.Max(limit - AnswerMargin, Least));
        Assert.InRange(seconds, limit - AnswerMargin - 1, limit);
        if (expected is var (status, word))
        {
            Assert.Equal((status, word), (answer.Text("status"), answer.Text("errorCode")));
        }
    }

    private static (JsonElement Answer, double Seconds) Timed(
        VirtualDeployment deployment,
        string received,
        TimeSpan? remaining = null
    )
    {
        var before = deployment.Clock.GetUtcNow();
        var answer = deployment.Execute(received, remaining);
        return (answer, (deployment.Clock.GetUtcNow() - before).TotalSeconds);
    }

    private static string Received(int limit) =>
        VirtualDeployment.Received($""" "callerLimitSeconds":"{limit}","recordType":"lead" """);
}
