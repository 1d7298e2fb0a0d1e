using Cxf.Local.Output;

namespace Cxf.Local.Tests.Output;

public class PersonalDataTests
{
    [Theory]
    [InlineData("+12025550100", "***00")]
    [InlineData("call +49 (89) 1234-5678 now", "call ***78 now")]
    [InlineData("020 7946 0999", "***99")]
    [InlineData("4915112345678", "***78")]
    [InlineData("123456789012345", "***45")]
    [InlineData("4111 1111 1111 1111", "***11")]
    [InlineData("write to jane.doe+x@mail.example.com.", "write to j***@mail.example.com.")]
    [InlineData("L-1001", "L-1001")]
    [InlineData("2026-11-22T18:37:29.1234567+00:00", "2026-11-22T18:37:29.1234567+00:00")]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("arn:aws:lambda:eu-central-1:111122223333:function:x", "arn:aws:lambda:eu-central-1:111122223333:function:x")]
    [InlineData("4a573372-1f28-4e26-b97b-0123456789ab", "4a573372-1f28-4e26-b97b-0123456789ab")]
    [InlineData("http://127.0.0.1:49152/leads", "http://127.0.0.1:49152/leads")]
    public void Phone_numbers_and_addresses_are_masked_and_nothing_else(string text, string shown) =>
        Assert.Equal(shown, PersonalData.Text(text));

    [Fact]
    public void Members_declared_sensitive_are_hidden_whole_at_any_depth()
    {
        var data = new PersonalData("birthday");

        var shown = data.Json(
            """
            {"name": "x", "Birthday": "1 May", "person": {"phone": 12345678, "list": [{"birthday": {"day": 1}}]}, "email": null}
            """
        );

        Assert.Equal(
            """{"name": "x", "Birthday": "***", "person": {"phone": "***", "list": [{"birthday": "***"}]}, "email": null}""",
            shown
        );
    }

    [Theory]
    [InlineData("Ann Lee", "***")]
    [InlineData("12345678", "***78")]
    [InlineData("4711", "***")]
    [InlineData("7/8 Main Street", "***")]
    public void A_sensitive_value_is_masked_in_every_line_also_as_a_part_of_a_path(string value, string shown)
    {
        var data = new PersonalData("person");
        var row = new HistoryRow(
            "look_up",
            "Task",
            default,
            default,
            $$$"""{"payload": {"person": "{{{value}}}"}}""",
            """{"status": 200, "body": {}}"""
        );
        data.Learn([row]);

        Assert.Equal(
            $"https://crm.example.com/people/{shown}/notes",
            data.ShownSentence($"https://crm.example.com/people/{value}/notes")
        );
        Assert.Equal($"/people/{shown}", data.ShownSentence($"/people/{Uri.EscapeDataString(value)}"));
        Assert.Equal($"for {shown}.", data.ShownSentence($"for {value}."));
    }

    // A short payload is found by trying all of them.
    [Fact]
    public void The_hash_of_a_payload_is_hidden_in_a_runs_input() =>
        Assert.Equal(
            """{"payload": {"phone": "***"}, "receivedHash": "***"}""",
            new PersonalData().Json($$"""{"payload":{"phone":"5"},"receivedHash":"{{new string('a', 64)}}"}""")
        );

    [Fact]
    public void Phone_numbers_are_masked_inside_json_values_and_names()
    {
        var shown = new PersonalData().Json("""{"note": "call +12025550100", "+12025550100": 1, "n": 12025550100}""");

        Assert.DoesNotContain("20255501", shown);
        Assert.Equal("""{"note": "call ***00", "***00": 1, "n": "***00"}""", shown);
    }

    [Fact]
    public void Long_values_are_shortened_one_by_one()
    {
        var shown = new PersonalData().Json($$"""{"a": "{{new string('x', 500)}}", "b": "short"}""");

        Assert.Equal($$"""{"a": "{{new string('x', 79)}}…", "b": "short"}""", shown);
    }

    [Fact]
    public void A_number_is_masked_before_the_text_is_shortened()
    {
        var shown = PersonalData.Text(new string('x', 70) + " +12025550100 and more to come");

        Assert.DoesNotContain("2025550", shown);
    }

    [Theory]
    [InlineData("{\"a\": ")]
    [InlineData("call +12025550100")]
    [InlineData("{\"a\": \"\\ud800\"}")]
    [InlineData("")]
    public void Text_that_is_not_json_is_masked_as_text(string text) =>
        Assert.DoesNotContain("2025550", new PersonalData().Json(text));

    [Fact]
    public void Line_breaks_do_not_break_the_layout() => Assert.Equal("one two", PersonalData.Text("one\r\n\ttwo"));

    [Fact]
    public void A_masked_value_stays_masked_under_other_names_and_in_sentences()
    {
        var data = new PersonalData("customer", "pin");

        Assert.Equal("***", data.Member("customer", "Ada Lovelace"));
        Assert.Equal("""{"pin": "***"}""", data.Json("""{"pin": 90210}"""));
        Assert.Equal(
            """{"name": "***", "text": "Hello ***!", "code": "***"}""",
            data.Json("""{"name": "ADA LOVELACE", "text": "Hello Ada Lovelace!", "code": 90210}""")
        );
        Assert.Equal("Thank you, ***.", data.ShownSentence("Thank you, Ada Lovelace."));
    }

    [Fact]
    public void A_hidden_value_of_a_few_letters_does_not_hide_the_rest()
    {
        var data = new PersonalData("answer");

        Assert.Equal("***", data.Member("answer", "yes"));
        Assert.Equal("yesterday", data.Shown("yesterday"));
    }

    [Fact]
    public void A_payload_that_is_sent_as_text_is_masked_as_json() =>
        Assert.Equal(
            """{"customer": "***", "n": 1}""",
            new PersonalData("customer").Member("payload", """{"customer":"Ada Lovelace","n":1}""")
        );
}
