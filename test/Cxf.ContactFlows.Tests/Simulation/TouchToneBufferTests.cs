using Cxf.ContactFlows.Simulation;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Simulation;

/// <summary>Keys that a caller presses before they are asked for (administrator guide, Touchtone buffering).</summary>
public sealed class TouchToneBufferTests
{
    private const string FourDigits = """, "InputValidation": {"CustomValidation": {"MaximumLength": "4"}}""";

    [Theory]
    [InlineData("False", "12", "1 Timeout")]
    [InlineData("True", "12", "1 2")]
    [InlineData("true", "12", "1 2")]
    [InlineData("True", "1", "1 Timeout")]
    [InlineData("True", "123456", "1 2345")]
    [InlineData("True", "12#34", "1 2")]
    [InlineData("True", "1,2", "1 2")]
    public async Task The_rest_of_the_keys_answers_the_next_question(string buffer, string keys, string heard)
    {
        var flow = $"{Switch(buffer, "Menu")},{Menu("Keep", "Store")},{Store("Store", "Say", FourDigits)},{Heard()}";

        var call = await Calls.RunAsync(flow, Calls.With(null, null, [.. keys.Split(',')]));

        Assert.Equal(heard, call.Heard.Last());
    }

    [Theory]
    [InlineData("True", "12", 2)]
    [InlineData("True", "123", 1)]
    [InlineData("False", "123", 3)]
    public async Task A_question_that_is_answered_already_is_not_asked(string buffer, string keys, int asked)
    {
        var flow =
            $"{Switch(buffer, "First")},{Menu("", "Second", "First")},{Menu("", "Third", "Second")},{Menu("", "End", "Third")}";

        var call = await Calls.RunAsync(flow, Calls.With(null, null, keys, "5", "5"));

        Assert.Equal(asked, call.Events.OfType<CallEvent.Asked>().Count());
    }

    [Theory]
    [InlineData("True", "True", false)]
    [InlineData("True", "False", true)]
    [InlineData("False", "True", true)]
    public async Task A_prompt_can_be_skipped_while_keys_wait(string buffer, string skips, bool isHeard)
    {
        var prompt = Action(
            "MessageParticipant",
            $$"""{"Text": "Please listen.", "SkipWhenDTMFBufferEnabled": "{{skips}}"}""",
            id: "Prompt"
        );

        var call = await Calls.RunAsync($"{Switch(buffer, "Menu")},{Menu("", "Prompt")},{prompt}", Calls.With(null, null, "12"));

        Assert.Equal(isHeard, call.Heard.Contains("Please listen."));
    }

    [Theory]
    [InlineData("", "-")]
    [InlineData(", \"StoreInput\": \"True\"", "23")]
    public async Task Stop_and_clear_can_store_what_waits(string store, string stored)
    {
        var stop = Action("GetParticipantInput", $$"""{"EnableDTMFBuffer": "False"{{store}}}""", id: "Stop", next: "Say");

        var call = await Calls.RunAsync(
            $"{Switch("True", "Menu")},{Menu("", "Stop")},{stop},{Say("Say", "$.StoredCustomerInput-")}",
            Calls.With(null, null, "123")
        );

        Assert.Equal(stored.TrimEnd('-') + "-", call.Heard.Last());
    }

    [Fact]
    public async Task A_bot_and_a_limit_of_thirty_keys_lose_keys()
    {
        var many = new string('1', 40);
        var call = await Calls.RunAsync(
            $"{Switch("True", "Menu")},{Menu("", "Store")},{Store("Store", "Say", "")},{Say("Say", "$.StoredCustomerInput")}",
            Calls.With(null, null, many)
        );
        Assert.Equal(new string('1', 30), call.Heard.Last());

        var bot = Action(
            "ConnectParticipantWithLexBot",
            """{"Text": "Yes?", "LexV2Bot": {"AliasArn": "arn"}}""",
            "NoMatchingCondition NoMatchingError",
            id: "Bot",
            next: "Store"
        );
        call = await Calls.RunAsync(
            $"{Switch("True", "Menu")},{Menu("", "Bot")},{bot},{Store("Store", "Say", "")},{Say("Say", "$.StoredCustomerInput")}",
            Calls.With() with
            {
                Caller = new CallerScript("123") { Intents = ["Hello"] }.AnswerAsync,
            }
        );
        Assert.Equal("Timeout", call.Heard.Last());
    }

    [Theory]
    [InlineData("CHAT")]
    [InlineData("TASK")]
    public async Task Only_a_voice_contact_has_one(string channel)
    {
        var call = await Calls.RunAsync(
            Switch("True", "End"),
            Calls.With() with
            {
                Contact = Calls.Contact with { Channel = channel },
            }
        );

        Assert.Contains("voice", call.Problem);
    }

    private static string Switch(string buffer, string next) =>
        Action("GetParticipantInput", $$"""{"EnableDTMFBuffer": "{{buffer}}"}""", id: "Switch", next: next);

    // What was pressed is kept as an attribute, if one is named.
    private static string Menu(string keep, string next, string id = "Menu")
    {
        var set = keep.Length > 0;
        var menu = Action(
            "GetParticipantInput",
            """{"Text": "Press a key.", "StoreInput": "False", "InputTimeLimitSeconds": "5"}""",
            "InputTimeLimitExceeded NoMatchingCondition NoMatchingError",
            Condition("Equals", "1", set ? keep : next),
            id: id,
            next: next
        );
        return set
            ? menu + "," + Action("UpdateContactAttributes", """{"Attributes": {"key": "1"}}""", id: keep, next: next)
            : menu;
    }

    private static string Store(string id, string next, string validation) =>
        Action("GetParticipantInput", $$"""{"Text": "Your number?", "StoreInput": "True"{{validation}}}""", id: id, next: next);

    private static string Heard() => Say("Say", "$.Attributes.key $.StoredCustomerInput");
}
