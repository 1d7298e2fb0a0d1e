using Cxf.Documents;

namespace Cxf.Flows.Tests.FlowTests;

public sealed class FlowTestRunnerTests
{
    [Fact]
    public void A_flow_that_does_what_its_test_expects_passes()
    {
        var result = Assert.Single(TestedLead.Run(TestedLead.With(TestedLead.Passing)).Results);
        Assert.Empty(result.Differences);
        Assert.Equal(["rest_api_1", "decision_1", "respond_1"], result.Path);
        Assert.Equal("L-1", result.Answer["leadId"]);
    }

    [Theory]
    [InlineData("/expect/status", "\"FAILED\"", "status", "FAILED", "SUCCEEDED")]
    [InlineData("/expect/message", "\"Number L-2\"", "message", "Number L-2", "Number L-1")]
    [InlineData("/expect/outputs", """{"leadId":"L-2"}""", "outputs.leadId", "L-2", "L-1")]
    [InlineData("/expect/outputs", "{}", "outputs.leadId", "(nothing)", "L-1")]
    [InlineData("/expect/outputs", """{"leadId":"L-1","more":1}""", "outputs.more", "1", "(nothing)")]
    [InlineData(
        "/expect/path",
        "[\"rest_api_1\",\"fail_1\"]",
        "path",
        "rest_api_1 -> fail_1",
        "rest_api_1 -> decision_1 -> respond_1"
    )]
    [InlineData(
        "/expect/requests",
        """{"rest_api_1":[{"path":"/leads","body":{"key":"6"}}]}""",
        "requests.rest_api_1[0].body.key",
        "\"6\"",
        "\"5\""
    )]
    [InlineData(
        "/expect/requests",
        """{"rest_api_1":[{"body":{"key":"5","more": [1, {"x": "y"}]}}]}""",
        "requests.rest_api_1[0].body.more",
        """[1,{"x":"y"}]""",
        "(nothing)"
    )]
    [InlineData("/expect/requests", """{"rest_api_1":[{"body":{}}]}""", "requests.rest_api_1[0].body.key", "(nothing)", "\"5\"")]
    [InlineData("/expect/requests", """{"rest_api_1":[]}""", "requests.rest_api_1", "0 requests", "1 request")]
    public void A_difference_is_reported_with_the_expected_value(
        string changed,
        string json,
        string what,
        string expected,
        string actual
    )
    {
        var test = TestedLead.Changed(changed, json);
        test = changed == "/expect/status" ? test.Replace(""","outputs":{"leadId":"L-1"}""", "") : test;
        var difference = Assert.Single(TestedLead.Run(TestedLead.With(test)).Results[0].Differences);
        Assert.Equal((what, expected, actual), (difference.What, difference.Expected, difference.Actual));
    }

    [Fact]
    public void A_cause_stands_before_what_follows_from_it()
    {
        var test = TestedLead
            .Changed("/expect/requests", """{"rest_api_1":[{"path":"/other"},{"path":"/other"}]}""")
            .Replace("\"status\":201", "\"status\":404", StringComparison.Ordinal);
        Assert.Equal(
            ["requests.rest_api_1[0].path", "path", "requests.rest_api_1", "status", "message", "outputs.leadId"],
            TestedLead.Run(TestedLead.With(test)).Results[0].Differences.Select(difference => difference.What)
        );
    }

    [Theory]
    [InlineData("headers", """{"X-Key":"{% $payload.userInput %}"}""", "\"5\\r\\n6\"", "header")]
    [InlineData("headers", """{"X-Key":"{% ['a', $payload.userInput] %}"}""", "\"5\\r\\n6\"", "header")]
    [InlineData("headers", """{"X-Key":"{% ['a', $payload.more] %}"}""", "{}", "must be text")]
    [InlineData("query", """{"key":"{% $payload.more %}"}""", "{}", "must be text")]
    [InlineData("path", "\"{% '/leads/' & $payload.userInput %}\"", "\"..\"", "path")]
    public void An_answer_does_not_hide_that_the_call_would_be_refused(string member, string json, string value, string problem)
    {
        var input = value == "{}" ? "\"5\"" : value;
        var test = TestedLead.Changed("/payload", $$"""{"userInput":{{input}},"more":{{value}} }""");
        var flow = Documents.With($"/steps/rest_api_1/{member}", json, TestedLead.With(test));
        var difference = Assert.Single(TestedLead.Run(flow).Results[0].Differences);
        Assert.Equal("requests.rest_api_1[0]", difference.What);
        Assert.Contains(problem, difference.Actual, StringComparison.Ordinal);
        Assert.Equal("/tests/0/answers/rest_api_1", difference.Pointer);

        var refused = test.Replace("""{"status":201,"body":{"id":"L-1"}}""", "\"ApiMisconfigured\"", StringComparison.Ordinal);
        Assert.DoesNotContain(
            TestedLead.Run(Documents.With($"/steps/rest_api_1/{member}", json, TestedLead.With(refused))).Results[0].Differences,
            other => other.What.StartsWith("requests.", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("500", "ApiUnavailable")]
    [InlineData("429", "ApiThrottled")]
    [InlineData("404", "ApiNotFound")]
    [InlineData("401", "ApiUnauthorized")]
    [InlineData("422", "ApiRejected")]
    [InlineData("302", "ApiBadAnswer")]
    [InlineData("\"timeOut\"", "ApiTimeout")]
    [InlineData("\"refuseConnection\"", "ApiUnavailable")]
    [InlineData("\"loseConnection\"", "ApiUnavailable")]
    [InlineData("\"ApiBlocked\"", "ApiBlocked")]
    [InlineData("""{"error":"ApiTooLarge"}""", "ApiTooLarge")]
    [InlineData("""{"status":200,"afterSeconds":3}""", "ApiTimeout")]
    public void An_answer_that_is_not_valid_fails_with_the_error_code_of_CallApi(string answer, string word)
    {
        var test = TestedLead.Changed("/answers/rest_api_1", $"[{answer}]");
        test = TestedLead.With(test).Replace("\"onError\":{\"any\":\"fail_1\"},", "");
        Assert.Equal(word, TestedLead.Run(test).Results[0].Answer["errorCode"]);
    }

    [Fact]
    public void A_call_takes_its_time_and_a_retry_waits_but_no_test_does()
    {
        var document = TestedLead
            .With(
                TestedLead.Changed(
                    "/answers/rest_api_1",
                    """["timeOut", {"status":201,"body":{"id":"L-1"},"afterSeconds":0.5}]"""
                )
            )
            .Replace("\"onError\"", """ "retry":{"on":["ApiTimeout"],"attempts":1},"onError" """);
        var result = TestedLead.Run(document).Results[0];
        Assert.Empty(result.Differences);
        Assert.InRange(result.Duration, TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(4.5));
    }

    [Fact]
    public void What_is_selected_of_an_answer_is_what_the_flow_sees()
    {
        var document = TestedLead
            .With(TestedLead.Changed("/answers/rest_api_1", """[{"status":201,"body":{"lead":{"key":"L-1"}}}]"""))
            .Replace("\"onError\"", """ "select":"{'id':lead.key}","onError" """);
        Assert.True(TestedLead.Run(document).Passed);
    }

    [Theory]
    [InlineData("[]", "0 calls", "at least 1 call, and call 1 has no answer")]
    [InlineData("""[{"status":201,"body":{"id":"L-1"}},201]""", "2 calls", "1 call")]
    public void Answers_that_are_missing_or_left_over_fail_the_test(string answers, string expected, string actual)
    {
        var differences = TestedLead
            .Run(TestedLead.With(TestedLead.Changed("/answers/rest_api_1", answers)))
            .Results[0]
            .Differences;
        var difference = Assert.Single(differences);
        Assert.Equal(
            ("answers.rest_api_1", expected, actual, "/tests/0/answers/rest_api_1"),
            (difference.What, difference.Expected, difference.Actual, difference.Pointer)
        );
    }

    [Theory]
    [InlineData("/expect/message", "\"Bye\"", "/tests/0/expect/message")]
    [InlineData("/expect/outputs", """{"leadId":"L-2"}""", "/tests/0/expect/outputs/leadId")]
    [InlineData("/expect/outputs", "{}", "/tests/0/expect/outputs")]
    [InlineData("/expect/path", "[]", "/tests/0/expect/path")]
    [InlineData(
        "/expect/requests",
        """{"rest_api_1":[{"body":{"key":"6"}}]}""",
        "/tests/0/expect/requests/rest_api_1/0/body/key"
    )]
    public void A_difference_is_reported_with_its_location(string changed, string json, string pointer) =>
        Assert.Equal(
            pointer,
            Assert.Single(TestedLead.Run(TestedLead.With(TestedLead.Changed(changed, json))).Results[0].Differences).Pointer
        );

    [Fact]
    public void A_different_status_is_reported_with_the_error_code()
    {
        var test = TestedLead.Changed("/answers/rest_api_1", "[\"timeOut\"]");
        var status = Assert.Single(
            TestedLead.Run(TestedLead.With(test)).Results[0].Differences,
            difference => difference.What == "status"
        );
        Assert.Equal("FAILED (ApiTimeout)", status.Actual);
    }

    [Fact]
    public void A_call_without_an_answer_is_no_failure_that_a_branch_can_catch()
    {
        var document = TestedLead.With(TestedLead.Changed("/answers", "{}"));
        Assert.Equal(["rest_api_1"], TestedLead.Run(document).Results[0].Path);
    }

    [Fact]
    public void A_payload_that_breaks_the_contract_is_rejected_as_the_function_would()
    {
        const string test = """
            {"name":"No key","payload":{},"expect":{"status":"REJECTED","errorCode":"PayloadInvalid",
             "message":"payload.userInput is missing."}}
            """;
        Assert.Empty(TestedLead.Run(TestedLead.With(test)).Results[0].Differences);
    }

    [Fact]
    public void The_contact_the_payload_and_the_time_are_what_the_test_says()
    {
        var test = TestedLead
            .Changed("/contact", """{"channel":"CHAT"}""")
            .Replace("\"name\"", "\"startsAt\":\"2026-03-01T09:30:00Z\",\"name\"");
        var document = Documents.With(
            "/steps/respond_1/message",
            "\"{% $contact.channel & $payload.userInput & $now() %}\"",
            TestedLead.With(test)
        );
        Assert.Equal("CHAT52026-03-01T09:30:00.000Z", TestedLead.Run(document).Results[0].Answer["message"]);
    }

    [Fact]
    public void A_test_that_fails_is_a_diagnostic_with_its_location()
    {
        var document = TestedLead.With(
            TestedLead.Passing,
            TestedLead.Changed("/expect/message", "\"Bye\"").Replace("A lead", "Another")
        );
        var diagnostic = Assert.Single(TestedLead.Run(document).ToDiagnostics(JsonSource.Parse(document)));
        Assert.Equal(("CXF2609", "/tests/1"), (diagnostic.Code, diagnostic.Pointer));
        Assert.Contains(
            "\"Another gets a number\" fails: message: expected \"Bye\", but it is \"Number L-1\"",
            diagnostic.Message
        );
    }
}
