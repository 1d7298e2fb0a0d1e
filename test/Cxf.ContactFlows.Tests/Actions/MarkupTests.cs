using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Actions;

/// <summary>Prompts in SSML: what cannot be spoken is known when the flow is read.</summary>
public sealed class MarkupTests
{
    public static TheoryData<string> Actions => ["MessageParticipant", "GetParticipantInput", "MessageParticipantIteratively"];

    [Theory]
    [InlineData("<speak>Tom & Jerry <break</speak>", "not well-formed at \"<speak>Tom & Jerry <brea\"")]
    [InlineData("<speak>Hello", "not well-formed")]
    [InlineData("<speak>Hello <b>you</speak>", "not well-formed")]
    [InlineData("<speak>1 < 2</speak>", "not well-formed")]
    [InlineData("<speak>Hello</speak> you", "not well-formed")]
    [InlineData("<speak>$.Attributes.name & Co</speak>", "not well-formed")]
    [InlineData("Hello", "does not begin with <speak>")]
    [InlineData("<p>Hello</p>", "does not begin with <speak>")]
    [InlineData("<speaker>Hello</speaker>", "does not begin with <speak>")]
    public async Task Markup_that_is_wrong_by_itself_is_an_error_with_its_place(string markup, string message)
    {
        foreach (var type in Actions.Select(row => row.Data))
        {
            var problem = Assert.Single(Problems(type, markup), problem => problem.Severity == DiagnosticSeverity.Error);
            Assert.Equal(ContactFlowCodes.Markup, problem.Code);
            Assert.EndsWith("SSML", problem.Pointer);
            Assert.Contains(message, problem.Message);

            var call = await Calls.RunAsync(Of(type, markup), WithName("Ann"));
            Assert.Contains(message.Split(" at ")[0], call.Problem);
            Assert.DoesNotContain("value", call.Problem);
        }
    }

    [Theory]
    [InlineData("<speak>Hello <break time='3s'/> &amp; welcome</speak>")]
    [InlineData("  <speak version=\"1.0\" xml:lang='en-US'>Hello</speak>")]
    [InlineData("<speak><amazon:effect name=\"whispered\">Hello</amazon:effect></speak>")]
    [InlineData("<speak><say-as interpret-as='digits'>$.StoredCustomerInput</say-as> $.CustomerEndpoint.Address</speak>")]
    [InlineData("<speak>$.Metrics.Queue.Size wait, $.Loop.L.Index, $.ContactId, $.Lex.IntentName</speak>")]
    public void Markup_that_is_always_spoken_has_no_problem(string markup) =>
        Assert.All(Actions, row => Assert.Empty(Problems(row.Data, markup)));

    [Theory]
    [InlineData("<speak>$.External.message</speak>", "If the value of $.External.message holds & or <", 1)]
    [InlineData("<speak>$.Attributes['first name'], hello</speak>", "If the value of $.Attributes['first name'] holds", 1)]
    [InlineData("<speak>$.Queue.Name and $.Lex.Slots.City, $.Queue.Name</speak>", "If the value of $.Queue.Name", 2)]
    [InlineData("$.External.message", "The value of $.External.message is spoken as markup", 1)]
    public void A_value_that_can_break_the_markup_is_a_warning_that_says_what_to_do(string markup, string message, int warnings)
    {
        foreach (var type in Actions.Select(row => row.Data))
        {
            var found = Problems(type, markup);
            Assert.Equal(warnings, found.Count);
            Assert.All(
                found,
                one => Assert.Equal((ContactFlowCodes.Markup, DiagnosticSeverity.Warning), (one.Code, one.Severity))
            );
            Assert.StartsWith(message, found[0].Message);
            Assert.Contains("prompt of Text", found[0].Fix);
        }
    }

    [Theory]
    [InlineData("Fish & Chips", "the value of $.Attributes.name holds & or <")]
    [InlineData("a < b", "the value of $.Attributes.name holds & or <")]
    [InlineData("Ann", null)]
    public async Task A_call_blames_the_value_only_if_the_value_is_wrong(string name, string? problem)
    {
        foreach (var type in Actions.Select(row => row.Data))
        {
            var call = await Calls.RunAsync(Of(type, "<speak>Hello $.Attributes.name</speak>"), WithName(name));
            Assert.Equal(problem is null, call.Heard.Any());
            Assert.Contains(problem ?? "", call.Problem ?? "");
        }
    }

    // Text is spoken as it is, so the same values are no matter there.
    [Fact]
    public async Task A_prompt_of_Text_speaks_any_value()
    {
        var call = await Calls.RunAsync(Say("Hello", "Hello $.Attributes.name"), WithName("Tom & <Jerry>"));

        Assert.Equal(["Hello Tom & <Jerry>"], call.Heard);
        Assert.Empty(Flows.Problems(Say("Hello", "Hello $.External.message")));
    }

    private static CallOptions WithName(string name) =>
        Calls.With() with
        {
            Contact = Calls.Contact with { Attributes = new Dictionary<string, string> { ["name"] = name } },
        };

    private static IReadOnlyList<ContactFlowDiagnostic> Problems(string type, string markup) => Flows.Problems(Of(type, markup));

    private static string Of(string type, string markup)
    {
        var prompt = $$"""{"SSML": {{JsonSerializer.Serialize(markup)}}}""";
        return type switch
        {
            "GetParticipantInput" => Action(type, prompt, "InputTimeLimitExceeded NoMatchingCondition NoMatchingError"),
            "MessageParticipantIteratively" => Action(
                type,
                $$"""{"Messages": [{{prompt}}], "InterruptFrequencySeconds": "20"}""",
                conditions: Condition("Equals", "MessagesInterrupted")
            ),
            _ => Action(type, prompt),
        };
    }
}
