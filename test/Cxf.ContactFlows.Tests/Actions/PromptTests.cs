using Cxf.ContactFlows.Simulation;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Actions;

/// <summary>What a contact flow says and asks.</summary>
public sealed class PromptTests
{
    private const string Digits = """
        {"Text": "Your number?", "StoreInput": "True", "InputTimeLimitSeconds": "4",
         "InputValidation": {"CustomValidation": {"MaximumLength": "4"}}}
        """;

    [Theory]
    [InlineData("$.Attributes.name", "Ada")]
    [InlineData("$.Attributes['two words']", "both")]
    [InlineData("$['Attributes']['name']", "Ada")]
    [InlineData("Hello $.Attributes.name.", "Hello Ada.")]
    [InlineData("$.Attributes.name-$.Attributes.name", "Ada-Ada")]
    [InlineData("$5 for $.Attributes.name", "$5 for Ada")]
    [InlineData("a $ b $. c", "a $ b $. c")]
    [InlineData("$.Channel $.LanguageCode $.InitiationMethod", "VOICE en-US INBOUND")]
    [InlineData("$.CustomerEndpoint.Address to $.SystemEndpoint.Address", "+12025550100 to +12025550199")]
    [InlineData("$.ContactId", "4a573372-1f28-4e26-b97b-0123456789ab")]
    [InlineData("$.InstanceARN", "arn:aws:connect:eu-central-1:111122223333:instance/9f1c2e3d-0000-4000-8000-000000000001")]
    [InlineData("x$.Attributes.missing", "x")]
    public async Task References_in_texts_are_replaced(string text, string heard)
    {
        var options = Calls.With() with
        {
            Contact = Calls.Contact with
            {
                Attributes = new Dictionary<string, string> { ["name"] = "Ada", ["two words"] = "both" },
            },
        };

        var call = await Calls.RunAsync(Say("Hello", text), options);

        Assert.Equal([heard], call.Heard);
    }

    [Fact]
    public async Task A_reference_without_a_value_is_reported_by_name()
    {
        var call = await Calls.RunAsync(Say("Hello", "Hi $.External.name"), Calls.With());

        Assert.Equal("$.External.name", Assert.Single(call.Events.OfType<CallEvent.ValueMissing>()).Reference);
    }

    [Fact]
    public async Task A_prompt_with_nothing_to_say_takes_its_error_branch()
    {
        var call = await Calls.RunAsync(Say("Hello", "$.External.message"), Calls.With());

        Assert.Equal("Hello: there is nothing to say: the text has no value", call.Problem);
    }

    [Theory]
    [InlineData("""{"SSML": "<speak>Hello <b>you</b></speak>"}""", "Hello you")]
    [InlineData("""{"PromptId": "arn:prompt"}""", "(recorded prompt arn:prompt)")]
    [InlineData("""{"Media": {"Uri": "s3://a/b.wav", "SourceType": "S3", "MediaType": "Audio"}}""", "(recording s3://a/b.wav)")]
    public async Task Every_kind_of_prompt_is_recorded(string parameters, string heard)
    {
        var call = await Calls.RunAsync(Action("MessageParticipant", parameters), Calls.With());

        Assert.Equal([heard], call.Heard);
    }

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("123456", "1234")]
    [InlineData("12#99", "12")]
    [InlineData(null, "Timeout")]
    public async Task Stored_input_is_limited_as_configured_and_silence_is_Timeout(string? keys, string stored)
    {
        var call = await Calls.RunAsync(
            Action("GetParticipantInput", Digits, id: "Ask", next: "Echo") + "," + Say("Echo", "$.StoredCustomerInput"),
            Calls.With(null, null, keys)
        );

        Assert.Equal(stored, call.Heard.Last());
        Assert.True(call.IsExpected);
    }

    [Fact]
    public async Task Keys_that_are_not_a_phone_number_take_their_own_branch()
    {
        var ask = Action(
            "GetParticipantInput",
            """
            {"Text": "Call you where?", "StoreInput": "True",
             "InputValidation": {"PhoneNumberValidation": {"NumberFormat": "Local", "CountryCode": "US"}}}
            """,
            "InvalidPhoneNumber NoMatchingError"
        );

        var call = await Calls.RunAsync(ask, Calls.With(null, null, "12"));

        Assert.Equal("InvalidPhoneNumber", call.Events.OfType<CallEvent.BranchTaken>().Single().Branch.Label);
        Assert.False(call.IsExpected);
    }

    [Theory]
    [InlineData("neural")]
    [InlineData("Neural")]
    [InlineData("Generative")]
    public async Task A_voice_has_its_engine_in_any_case(string engine)
    {
        var call = await Calls.RunAsync(
            Action(
                "UpdateContactTextToSpeechVoice",
                $$"""{"TextToSpeechVoice": "Ruth", "TextToSpeechEngine": "{{engine}}"}""",
                "NoMatchingError"
            ),
            Calls.With()
        );
        Assert.True(call.IsExpected);
    }
}
