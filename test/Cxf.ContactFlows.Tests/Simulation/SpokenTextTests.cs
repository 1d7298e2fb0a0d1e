using Cxf.ContactFlows.Simulation;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Simulation;

/// <summary>Waits, and prompts in SSML: what takes time, and what cannot be spoken.</summary>
public sealed class SpokenTextTests
{
    [Fact]
    public async Task A_plain_wait_is_an_error_on_a_voice_contact()
    {
        var wait = Action("Wait", """{"TimeLimitSeconds": "3"}""", "NoMatchingError", Condition("Equals", "WaitCompleted"));

        Assert.Contains("plain Wait", (await Calls.RunAsync(wait, Calls.With())).Problem);
        Assert.Contains("voice", (await Calls.RunAsync(wait, Calls.With())).Problem);
    }

    [Fact]
    public async Task A_prompt_that_is_only_a_break_is_a_wait()
    {
        var call = await Calls.RunAsync(
            Action("MessageParticipant", """{"SSML": "<speak><break time='500ms'/></speak>"}"""),
            Calls.With(null, new WholeFlow.InstantTime()) with
            {
                LongestWait = TimeSpan.Zero,
            }
        );

        Assert.Empty(call.Heard);
        Assert.Equal(TimeSpan.FromSeconds(0.5), Assert.Single(call.Events.OfType<CallEvent.Waited>()).Time);
    }

    [Fact]
    public async Task A_break_of_a_prompt_takes_its_time()
    {
        var time = new WholeFlow.InstantTime();
        var call = await Calls.RunAsync(
            Action(
                "MessageParticipant",
                """{"SSML": "<speak>One <break time=\"1.5s\"/>moment<break time=\"500ms\"/></speak>"}"""
            ),
            Calls.With(null, time) with
            {
                LongestWait = TimeSpan.Zero,
            }
        );

        Assert.Equal(["One moment"], call.Heard);
        Assert.Equal(TimeSpan.FromSeconds(2), call.Duration);
    }

    [Theory]
    [InlineData("Fish & Chips", false)]
    [InlineData("a < b", false)]
    [InlineData("Ann", true)]
    public async Task Markup_that_is_not_well_formed_with_its_values_is_an_error(string value, bool isSpoken)
    {
        var call = await Calls.RunAsync(
            Action("MessageParticipant", """{"SSML": "<speak>Hello $.Attributes.name</speak>"}"""),
            Calls.With() with
            {
                Contact = Calls.Contact with { Attributes = new Dictionary<string, string> { ["name"] = value } },
            }
        );

        Assert.Equal(isSpoken, call.Heard.Count() == 1);
        Assert.Equal(isSpoken, call.IsExpected);
    }
}
