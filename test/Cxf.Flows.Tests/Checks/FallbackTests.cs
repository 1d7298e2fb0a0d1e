using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Reading;
using Cxf.Flows.Tests.Compiling;
using Cxf.Flows.Tests.FlowTests;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Tests.Checks;

/// <summary>A call whose previous answer serves while the third party fails: read, checked, compiled, timed and tested.</summary>
public sealed class FallbackTests
{
    private const string Fallback = "\"fallback\": { \"maxAgeSeconds\": 600, \"sensitive\": [\"email\"] },";

    private const string Input = """
        "input": { "type": "object", "properties": { "phone": { "type": "string", "sensitive": true } }, "required": ["phone"] },
        """;

    [Theory]
    [InlineData("$rest_api_1.stale ? 'old' : 'new'", Fallback, null)]
    [InlineData("$string($rest_api_1.age)", Fallback, null)]
    [InlineData("$string($rest_api_1.age)", "", "CXF2109")]
    [InlineData("$rest_api_1.old", Fallback, "CXF2109")]
    [InlineData("$uppercase($rest_api_1.age)", Fallback, "CXF2107")]
    [InlineData("$rest_api_1.body.fee", Fallback, null)]
    public void Age_and_stale_are_known_where_there_is_a_fallback(string message, string fallback, string? code)
    {
        var said = Read(Flow($"{{% {message} %}}", fallback)).Diagnostics.Where(one => one.Severity != DiagnosticSeverity.Info);
        var isRight = code is null ? !said.Any() : said.Any(one => one.Pointer == "/steps/respond_1/message");
        Assert.True(isRight, string.Join("; ", said));
    }

    [Theory]
    [InlineData("{ 'fee': fee, 'email': email }", "$rest_api_1.body.email", true)]
    [InlineData("{ 'fee': fee, 'mail': email }", "$rest_api_1.body.mail", true)]
    [InlineData("{ 'fee': fee, 'Phone': tel }", "$rest_api_1.body.Phone", true)]
    [InlineData("{ 'fee': fee, 'email': email }", "$rest_api_1.body.fee", false)]
    [InlineData("{ 'mail': email }", "$exists($rest_api_1.body.mail) ? $rest_api_1.body.mail : 'none'", false)]
    [InlineData("customer", "$rest_api_1.body.email", true)]
    [InlineData("customer", "$rest_api_1.body.name", false)]
    [InlineData(null, "$rest_api_1.body.email", true)]
    [InlineData(null, "$rest_api_1.body.customer.email", true)]
    [InlineData(null, "$rest_api_1.body.customers[0].phone", true)]
    [InlineData(null, "$rest_api_1.body.customer.name", false)]
    [InlineData(null, "$rest_api_1.stale ? 'old' : $rest_api_1.body.email", false)]
    public void What_is_not_stored_is_missing_in_an_older_answer(string? select, string message, bool isReported)
    {
        var said = Read(Flow($"{{% {message} %}}", Fallback, select: select)).Diagnostics;
        Assert.Equal(isReported, said.Any(one => one.Code == "CXF2114" && one.Pointer == "/steps/respond_1/message"));
        var without = Read(Flow($"{{% {message} %}}", "\"fallback\": { \"maxAgeSeconds\": 600 },", select: select, input: ""));
        Assert.DoesNotContain(without.Diagnostics, one => one.Code == "CXF2114");
    }

    [Theory]
    [InlineData("\"fallback\": {},", "CXF1003")]
    [InlineData("\"fallback\": { \"maxAgeSeconds\": 0 },", "CXF1006")]
    [InlineData("\"fallback\": { \"maxAgeSeconds\": 604801 },", "CXF1006")]
    [InlineData("\"fallback\": { \"maxAge\": 60 },", "CXF1004")]
    [InlineData("\"fallback\": { \"maxAgeSeconds\": 60, \"sensitive\": [1] },", "CXF1005")]
    [InlineData("\"fallback\": 60,", "CXF1005")]
    [InlineData("\"fallbak\": { \"maxAgeSeconds\": 60 },", "CXF1004")]
    public void A_fallback_that_cannot_be_meant_is_an_error(string fallback, string code) =>
        Assert.Contains(Read(Flow("x", fallback)).Diagnostics, one => one.Code == code && one.Fix.Length > 0);

    [Fact]
    public void CallApi_is_told_how_old_the_answer_can_be_and_what_is_never_stored()
    {
        var payload = Payload(Flow("x", Fallback));
        Assert.Equal("""{"maxAgeSeconds":600,"sensitive":["email","phone"]}""", Compact(payload.GetProperty("fallback")));
        Assert.False(Payload(Flow("x", "")).TryGetProperty("fallback", out _));
    }

    [Fact]
    public void It_takes_a_second_more_at_the_most()
    {
        var (with, without) = (FlowTiming.Of(Read(Flow("x", Fallback)).Flow!), FlowTiming.Of(Read(Flow("x", "")).Flow!));
        Assert.Equal(TimeSpan.FromSeconds(1), with.Longest.WorstCase - without.Longest.WorstCase);
    }

    [Fact]
    public void A_test_says_that_an_older_answer_serves()
    {
        const string message = "{% $string([$rest_api_1.stale, $rest_api_1.age, $exists($rest_api_1.body.email)]) %}";
        const string body = """ "body": { "fee": 5, "email": "a@example.com" } """;
        var report = TestedLead.Run(
            Flow(
                message,
                Fallback,
                $$"""
                [
                  { "name": "new", "payload": { "phone": "1" }, "answers": { "rest_api_1": [{ "status": 200, {{body}} }] },
                  "expect": { "status": "SUCCEEDED", "message": "[false,0,true]" } },
                  { "name": "old", "payload": { "phone": "1" }, "answers": { "rest_api_1": [{ "status": 200, "age": 60,
                  {{body}} }] }, "expect": { "status": "SUCCEEDED", "message": "[true,60,false]" } }
                ]
                """
            )
        );
        Assert.All(report.Results, result => Assert.Empty(result.Differences));
    }

    [Theory]
    [InlineData(Fallback, "601")]
    [InlineData("", "60")]
    public void An_answer_of_a_test_cannot_be_older_than_the_fallback_allows(string fallback, string age)
    {
        var tests = $$"""
            [{ "name": "old", "payload": { "phone": "1" }, "answers": { "rest_api_1": [{ "status": 200, "age": {{age}} }] },
              "expect": { "status": "SUCCEEDED" } }]
            """;
        Assert.Equal(["CXF2605"], Read(Flow("x", fallback, tests)).Diagnostics.Select(one => one.Code));
    }

    private static string Flow(
        string message,
        string fallback,
        string tests = "[]",
        string? select = "{ 'fee': fee, 'email': email }",
        string input = Input
    ) =>
        $$"""
            { "flowId": "create_lead", "caller": "waits", {{input}}
              "start": "rest_api_1",
              "steps": {
                "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/fees", "timeoutSeconds": 2,
                {{(select is null ? "" : $"\"select\": \"{select}\",")}} {{fallback}} "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{{message}}" }
              },
              "tests": {{tests}} }
            """;

    private static FlowReading Read(string document) => Documents.Read(document);

    private static JsonElement Payload(string document)
    {
        using var flows = new EmbeddedFlows();
        return JsonElement
            .Parse(flows.Create(document).Compiled.Definition)
            .GetProperty("States")
            .GetProperty("rest_api_1")
            .GetProperty("Arguments")
            .GetProperty("Payload");
    }

    private static string Compact(JsonElement value) => JsonSerializer.Serialize(value);
}
