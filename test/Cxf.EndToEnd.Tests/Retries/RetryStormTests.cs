using System.Text.Json;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>
/// A contact step whose function crashes, wherever it can, and is run again by Connect: up to three tries in all. The third party
/// does its work once, and the caller hears what he would have heard without a crash.
/// </summary>
public sealed class RetryStormTests
{
    private const int Tries = 3;
    private const int Versions = 4;
    private const string Parameters = """ "requestKey":"press-5","recordType":"lead","userInput":"5" """;

    // Both contracts take the payload; the second one makes a number of the key, so the run's input is another.
    private const string Texts = """{"type":"object","properties":{"userInput":{"type":"string"} } }""";
    private const string Numbers = """{"type":"object","properties":{"userInput":{"type":"integer"} } }""";

    public static TheoryData<bool, bool> Storms =>
        new()
        {
            { true, false },
            { true, true },
            { false, false },
            { false, true },
        };

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
        var stride = LongRun.Count(7, 1);
        var lost = 0;
        for (var storm = 0; storm < points * points * points; storm += stride)
        {
            var first = storm / (points * points);
            var second = first + 1 + (storm / points % points);
            lost += AssertSame(undisturbed, express, publishes, first, second, second + 1 + (storm % points)) ? 1 : 0;
        }

        Assert.True(lost > points * points, $"Only {lost} storms lost every answer.");
    }

    public static TheoryData<string, int> Changes =>
        new()
        {
            { "claimed", 2 },
            { "claimed", 3 },
            { "reading", 2 },
            { "reading", 3 },
            { "standard", 2 },
            { "standard", 3 },
        };

    // Publishes and rollbacks between two tries, to versions before and after the one that the run began with, whichever it was;
    // each second version converts the payload, so the same request has another input.
    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_changes_of_the_live_version_between_two_tries_are_one_effect_and_the_same_answer(string kind, int changes)
    {
        var flow = kind switch
        {
            "claimed" => Flow(true),
            "standard" => Flow(false),
            _ => TestFlow.Reading with { Contract = Texts },
        };
        var undisturbed = Undisturbed(flow, out var points);
        Assert.InRange(points, 7, 40);
        var stride = LongRun.Count(19, 1);
        for (var point = 0; point < points; point++)
        {
            for (var order = point % stride; order < Math.Pow(Versions, changes + 1); order += stride)
            {
                using var deployment = new VirtualDeployment(new CrashPlan(point));
                for (var version = 0; version < Versions; version++)
                {
                    deployment.Publish(version % 2 == 0 ? flow : flow with { Contract = Numbers });
                }

                var live = order;
                deployment.MakeLive(1 + (live % Versions));
                if (Record.Exception(() => deployment.Execute(VirtualDeployment.Received(Parameters))) is { } crash)
                {
                    Assert.IsType<CrashException>(crash);
                    for (var change = 0; change < changes; change++)
                    {
                        live /= Versions;
                        deployment.MakeLive(1 + (live % Versions));
                    }
                }

                var final = Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters)));
                Assert.True(undisturbed == final.GetRawText(), $"crash at {point}, order {order}: {final}");
                Assert.Equal(kind == "reading" ? 0 : 1, deployment.ThirdParty.Effects);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_payload_under_the_same_key_is_refused_whichever_version_is_live(bool express)
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(Flow(express) with { Contract = Numbers });
        Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters)));
        for (var version = 2; version <= 4; version++)
        {
            deployment.Publish(version % 2 == 0 ? Flow(express) : Flow(express) with { Contract = Numbers });
            Assert.Equal(
                "SUCCEEDED",
                Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters))).Text("status")
            );

            // What one contract makes the same of, and what none does.
            Assert.Equal(
                "RequestKeyConflict",
                deployment.Execute(VirtualDeployment.Received(Parameters.Replace("\"5\"", "5"))).Text("errorCode")
            );
            Assert.Equal(
                "RequestKeyConflict",
                deployment.Execute(VirtualDeployment.Received(Parameters.Replace("\"5\"", "\"6\""))).Text("errorCode")
            );
        }

        Assert.Equal(1, deployment.ThirdParty.Effects);
    }

    // The record of the first try stays in force when the flow has become one that leaves none.
    [Fact]
    public void A_version_that_only_reads_changes_nothing_for_a_run_that_was_claimed()
    {
        var undisturbed = Undisturbed(true, out var points);
        using var deployment = new VirtualDeployment(new CrashPlan(points - 1));
        deployment.Publish(Flow(true));
        Assert.Throws<CrashException>(() => deployment.Execute(VirtualDeployment.Received(Parameters)));
        deployment.Publish(TestFlow.Reading);
        deployment.Publish(TestFlow.Reading);
        Assert.Equal(undisturbed, deployment.Execute(VirtualDeployment.Received(Parameters)).GetRawText());
        Assert.Equal((1, 0), (deployment.ThirdParty.Effects, deployment.ThirdParty.Reads));
        Assert.Equal(
            "SUCCEEDED",
            deployment.Execute(VirtualDeployment.Received(Parameters.Replace("press-5", "again"))).Text("status")
        );
        Assert.Equal((1, 1), (deployment.ThirdParty.Effects, deployment.ThirdParty.Reads));
    }

    // The function that answers the second try may have read the configuration before the publish that the first one saw.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_try_with_an_older_cached_configuration_is_not_a_conflict(bool express)
    {
        Undisturbed(express, out var points);
        using var deployment = new VirtualDeployment(new CrashPlan(points - 1));
        deployment.Publish(Flow(express));
        var (key, older) = deployment.Store.Live.Single();
        deployment.Publish(Flow(express) with { Contract = Numbers });
        Assert.Throws<CrashException>(() => deployment.Execute(VirtualDeployment.Received(Parameters)));
        deployment.Store.Live[key] = older;
        Assert.Equal(
            "SUCCEEDED",
            Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters))).Text("status")
        );
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
        Assert.Equal(
            "SUCCEEDED",
            Followed(deployment, deployment.Execute(VirtualDeployment.Received(Parameters))).Text("status")
        );
        Assert.Equal(1, deployment.ThirdParty.Effects);
    }

    // What the storms would look like without a claim: that they can see an effect made twice.
    [Fact]
    public void Without_a_claim_a_flow_that_only_reads_can_run_twice()
    {
        using var deployment = new VirtualDeployment(new CrashPlan(7));
        deployment.Publish(TestFlow.Reading);
        Assert.Throws<CrashException>(() => deployment.Execute(VirtualDeployment.Received(Parameters)));
        Assert.Equal("SUCCEEDED", deployment.Execute(VirtualDeployment.Received(Parameters)).Text("status"));
        Assert.Equal(2, deployment.ThirdParty.Reads);
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
            Assert.Equal("RunNotStarted", found.Text("errorCode"));
        }
    }

    private static string Undisturbed(bool express, out int points) => Undisturbed(Flow(express), out points);

    private static string Undisturbed(TestFlow flow, out int points)
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(flow);
        var answer = deployment.Execute(VirtualDeployment.Received(Parameters));
        points = deployment.Plan.Passed;
        var final = Followed(deployment, answer);
        Assert.Equal(("SUCCEEDED", $"L-{deployment.ThirdParty.Effects}"), (final.Text("status"), final.Text("leadId")));
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
