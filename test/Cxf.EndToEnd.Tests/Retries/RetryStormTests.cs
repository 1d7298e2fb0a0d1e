using System.Text.Json;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>
/// A contact step whose function crashes, wherever it can, and is run again by Connect: up to three tries in all. The third party
/// does its work once, and the caller hears what he would have heard without a crash.
/// </summary>
public sealed class RetryStormTests
{
    private const int Tries = 3;
    private const string Parameters = """ "requestKey":"press-5","recordType":"lead","userInput":"5" """;

    // Both contracts take the payload; the second one makes a number of the key, so the run's input is another.
    private const string Texts = """{"type":"object","properties":{"userInput":{"type":"string"} } }""";
    private const string Numbers = """{"type":"object","properties":{"userInput":{"type":"integer"} } }""";

    public static TheoryData<bool, bool> Storms => new() { { true, false }, { true, true }, { false, false }, { false, true } };

    [Theory]
    [MemberData(nameof(Storms))]
    public void A_crash_anywhere_is_one_effect_and_the_same_answer(bool express, bool publishes)
    {
        var undisturbed = Undisturbed(express, out var points);
        Assert.InRange(points, 9, 40);
        for (var point = 0; point < points; point++)
        {
            AssertSame(undisturbed, express, publishes, point);
        }
    }

    [Theory]
    [MemberData(nameof(Storms))]
    public void Two_crashes_anywhere_are_one_effect_and_the_same_answer(bool express, bool publishes)
    {
        var undisturbed = Undisturbed(express, out var points);
        for (var first = 0; first < points; first++)
        {
            for (var second = first + 1; second <= first + points + 6; second++)
            {
                AssertSame(undisturbed, express, publishes, first, second);
            }
        }
    }

    // All that Connect tries: the caller is on the error branch, and the contact flow may take the step again.
    [Theory]
    [MemberData(nameof(Storms))]
    public void When_every_try_crashes_the_run_is_found_later_and_nothing_is_doubled(bool express, bool publishes)
    {
        var undisturbed = Undisturbed(express, out var points);
        var stride = Environment.GetEnvironmentVariable("CXF_LONG") == "1" ? 1 : 5;
        var lost = 0;
        for (var storm = 0; storm < points * points * points; storm += stride)
        {
            var first = storm / (points * points);
            var second = first + 1 + (storm / points % points);
            lost += AssertSame(undisturbed, express, publishes, first, second, second + 1 + (storm % points)) ? 1 : 0;
        }

        Assert.True(lost > points * points, $"Only {lost} storms lost every answer.");
    }

    // Two publishers between two tries, of which the second takes back what the first did.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rollback_between_two_tries_is_no_conflict(bool express)
    {
        Undisturbed(express, out var points);
        using var deployment = new VirtualDeployment(new CrashPlan(points - 1));
        deployment.Publish(Flow(express));
        deployment.Publish(Flow(express));
        deployment.Publish(Flow(express) with { Contract = Numbers });
        Assert.Throws<CrashException>(() => deployment.Execute(VirtualDeployment.Received(Parameters)));
        deployment.MakeLive(1);
        Assert.Equal("SUCCEEDED", Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters))).Text("status"));
        Assert.Equal(1, deployment.ThirdParty.Effects);
    }

    // The function that answers the second try may have read the configuration before the publish that the first one saw.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_try_under_an_older_configuration_than_the_run_began_with_is_no_conflict(bool express)
    {
        Undisturbed(express, out var points);
        using var deployment = new VirtualDeployment(new CrashPlan(points - 1));
        deployment.Publish(Flow(express));
        var (key, older) = deployment.Store.Live.Single();
        deployment.Publish(Flow(express) with { Contract = Numbers });
        Assert.Throws<CrashException>(() => deployment.Execute(VirtualDeployment.Received(Parameters)));
        deployment.Store.Live[key] = older;
        Assert.Equal("SUCCEEDED", Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters))).Text("status"));
        Assert.Equal(1, deployment.ThirdParty.Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_version_that_no_longer_takes_the_payload_changes_nothing_for_a_run_that_began(bool express)
    {
        // The last point of the first try: the run has ended, and nobody hears the answer.
        Undisturbed(express, out var points);
        using var deployment = new VirtualDeployment(new CrashPlan(points - 1));
        deployment.Publish(Flow(express));
        Assert.Throws<CrashException>(() => deployment.Execute(VirtualDeployment.Received(Parameters)));
        deployment.Publish(Flow(express) with { Contract = """{"type":"object","required":["other"]}""" });
        Assert.Equal("SUCCEEDED", Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters))).Text("status"));
        Assert.Equal(1, deployment.ThirdParty.Effects);
    }

    // What the storms would look like without a claim: that they can see an effect made twice.
    [Fact]
    public void Without_a_claim_a_flow_that_only_reads_may_read_twice()
    {
        using var deployment = new VirtualDeployment(new CrashPlan(7));
        deployment.Publish(TestFlow.Reading);
        Assert.Throws<CrashException>(() => deployment.Execute(VirtualDeployment.Received(Parameters)));
        Assert.Equal("SUCCEEDED", deployment.Execute(VirtualDeployment.Received(Parameters)).Text("status"));
        Assert.Equal(2, deployment.ThirdParty.Effects);
    }

    // Whether every try crashed.
    private static bool AssertSame(string undisturbed, bool express, bool publishes, params int[] crashes)
    {
        using var deployment = new VirtualDeployment(new CrashPlan(crashes));
        deployment.Publish(Flow(express));
        var answer = default(JsonElement?);
        for (var tries = 0; answer is null && tries < Tries; tries++)
        {
            try
            {
                answer = deployment.Execute(VirtualDeployment.Received(Parameters));
            }
            catch (CrashException)
            {
                if (publishes && tries == 0)
                {
                    deployment.Publish(Flow(express) with { Contract = Numbers });
                }
            }
        }

        var lost = answer is null;
        if (lost)
        {
            AssertFound(deployment, undisturbed);
            answer = deployment.Execute(VirtualDeployment.Received(Parameters));
        }

        var final = Followed(deployment, answer!.Value);
        Assert.True(undisturbed == final.GetRawText(), $"crashes at {string.Join(", ", crashes)}: {final}");
        Assert.Equal(1, deployment.ThirdParty.Effects);
        return lost;
    }

    // By the name that every try gives the run.
    private static void AssertFound(VirtualDeployment deployment, string undisturbed)
    {
        deployment.Clock.Advance(TimeSpan.FromSeconds(5));
        var runId = JsonElement.Parse(undisturbed).Text("runId");
        var found = deployment.GetResult(VirtualDeployment.Received($""" "runId":"{runId}" """));
        Assert.InRange(deployment.ThirdParty.Effects, 0, 1);
        if (deployment.ThirdParty.Effects == 1)
        {
            Assert.Equal(undisturbed, found.GetRawText());
        }
        else
        {
            Assert.Equal("RunNotFound", found.Text("errorCode"));
        }
    }

    private static string Undisturbed(bool express, out int points)
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(Flow(express));
        var answer = deployment.Execute(VirtualDeployment.Received(Parameters));
        points = deployment.Plan.Passed;
        var final = Followed(deployment, answer);
        Assert.Equal(("SUCCEEDED", "L-1"), (final.Text("status"), final.Text("leadId")));
        return final.GetRawText();
    }

    // As the contact flow does: it asks for a run that goes on until it has ended. That function may crash too.
    private static JsonElement Followed(VirtualDeployment deployment, JsonElement answer)
    {
        for (var polls = 0; answer.Text("status") == "RUNNING"; polls++)
        {
            Assert.True(polls < 20, "The run does not end.");
            deployment.Clock.Advance(TimeSpan.FromSeconds(2));
            try
            {
                answer = deployment.GetResult(VirtualDeployment.Received($""" "runId":"{answer.Text("runId")}" """));
            }
            catch (CrashException)
            {
                // Connect asks again.
            }
        }

        return answer;
    }

    private static TestFlow Flow(bool express) => (express ? TestFlow.Express : TestFlow.Standard) with { Contract = Texts };
}
