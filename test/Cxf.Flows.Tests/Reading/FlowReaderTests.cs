using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Checks;

namespace Cxf.Flows.Tests.Reading;

public sealed class FlowReaderTests
{
    [Fact]
    public void A_flow_without_mistakes_is_read_without_diagnostics()
    {
        var reading = Documents.Read(Documents.Lead);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["rest_api_1", "decision_1", "respond_1", "fail_1"], reading.Flow!.Steps.Select(step => step.Label));
    }

    [Theory]
    [InlineData("/flowId", null, "CXF1003", "")]
    [InlineData("/flowId", "\"no spaces\"", "CXF1008", "/flowId")]
    [InlineData("/start", null, "CXF1003", "")]
    [InlineData("/start", "\"nowhere\"", "CXF2001", "/start")]
    [InlineData("/colour", "1", "CXF1004", "/colour")]
    [InlineData("/caller", "\"sometimes\"", "CXF1007", "/caller")]
    [InlineData("/contactFields", "[\"shoeSize\"]", "CXF1007", "/contactFields/0")]
    [InlineData("/input/type", "\"array\"", "CXF1101", "/input")]
    [InlineData("/input/minProperties", "1", "CXF1004", "/input/minProperties")]
    [InlineData("/input/properties/userInput/enum", "[]", "CXF1103", "/input/properties/userInput/enum")]
    [InlineData("/input/properties/userInput/pattern", "\"(a\"", "CXF1105", "/input/properties/userInput/pattern")]
    [InlineData("/input/properties/userInput/pattern", "\"(?=a)\"", "CXF1105", "/input/properties/userInput/pattern")]
    [InlineData("/input/required", "[\"name\"]", "CXF1102", "/input/required/0")]
    [InlineData("/steps", "{}", "CXF1003", "/steps")]
    [InlineData("/steps/fail_1/kind", "\"shout\"", "CXF1007", "/steps/fail_1/kind")]
    [InlineData("/steps/fail_1/message", "\"\"", "CXF1006", "/steps/fail_1/message")]
    [InlineData("/steps/rest_api_1/connection", "\"https://crm.example\"", "CXF1008", "/steps/rest_api_1/connection")]
    [InlineData("/steps/rest_api_1/method", "\"FETCH\"", "CXF1007", "/steps/rest_api_1/method")]
    [InlineData("/steps/rest_api_1/path", "\"leads\"", "CXF1011", "/steps/rest_api_1/path")]
    [InlineData("/steps/rest_api_1/path", "\"/../admin\"", "CXF1011", "/steps/rest_api_1/path")]
    [InlineData("/steps/rest_api_1/timeoutSeconds", "61", "CXF1006", "/steps/rest_api_1/timeoutSeconds")]
    [InlineData("/steps/rest_api_1/onError/ApiSad", "\"fail_1\"", "CXF1007", "/steps/rest_api_1/onError/ApiSad")]
    [InlineData("/steps/rest_api_1/next", "\"respond_9\"", "CXF2001", "/steps/rest_api_1/next")]
    [InlineData("/steps/decision_1/choices", "[]", "CXF1003", "/steps/decision_1/choices")]
    [InlineData("/steps/decision_1/choices/0/when", "\"yes\"", "CXF2105", "/steps/decision_1/choices/0/when")]
    [InlineData("/steps/respond_1/outputs/status", "\"x\"", "CXF2301", "/steps/respond_1/outputs/status")]
    [InlineData("/steps/respond_1/outputs/lead-id", "\"x\"", "CXF2301", "/steps/respond_1/outputs/lead-id")]
    [InlineData("/steps/respond_1/outputs/list", "[1]", "CXF2302", "/steps/respond_1/outputs/list")]
    [InlineData("/steps/respond_1/message", "\"{% $ %}\"", "CXF2103", "/steps/respond_1/message")]
    [InlineData("/steps/respond_1/message", "\"{% name %}\"", "CXF2103", "/steps/respond_1/message")]
    [InlineData("/steps/respond_1/message", "\"{% $rest_api_2.body %}\"", "CXF2102", "/steps/respond_1/message")]
    [InlineData("/steps/respond_1/message", "\"{% 1 + %}\"", "CXF2101", "/steps/respond_1/message")]
    [InlineData("/steps/respond_1/message", "\"Number {% $payload.userInput %}\"", "CXF2104", "/steps/respond_1/message")]
    [InlineData("/steps/rest_api_1/body/key", "\"{% $payload.( %}\"", "CXF2101", "/steps/rest_api_1/body/key")]
    [InlineData("/steps/rest_api_1/select", "\"a.(\"", "CXF2101", "/steps/rest_api_1/select")]
    [InlineData("/steps/respond_2", """{"kind":"respond","message":"Never"}""", "CXF2002", "/steps/respond_2")]
    [InlineData("/steps/1st", """{"kind":"fail","message":"x"}""", "CXF1009", "/steps/1st")]
    [InlineData("/steps/payload", """{"kind":"fail","message":"x"}""", "CXF1010", "/steps/payload")]
    [InlineData("/steps/sum", """{"kind":"fail","message":"x"}""", "CXF1010", "/steps/sum")]
    public void A_mistake_is_reported_with_its_code_at_its_place(string changed, string? json, string code, string pointer) =>
        Assert.Contains((code, pointer), Documents.Problems(Documents.With(changed, json)));

    [Fact]
    public void Every_diagnostic_says_what_to_do()
    {
        var document = Documents.With("/steps/rest_api_1/method", "\"FETCH\"");
        var diagnostic = Assert.Single(Documents.Read(document).Diagnostics, one => one.Code == FlowCodes.NotAWord);
        Assert.Contains("POST", diagnostic.Fix);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        const string document = """{"flowId":"a b","start":"x","steps":{"x":{"kind":"respond"},"y":{"kind":"fail","message":""}}}""";
        Assert.Equal(["CXF1008", "CXF1003", "CXF1006"], Documents.Problems(document).Select(problem => problem.Code));
    }

    [Fact]
    public void A_syntax_problem_has_its_line_and_column()
    {
        var diagnostic = Assert.Single(Documents.Read("{\n  \"flowId\": oops\n}").Diagnostics);
        Assert.Equal(("CXF1001", 2, 13), (diagnostic.Code, diagnostic.Line, diagnostic.Column));
    }

    [Fact]
    public void A_problem_inside_an_expression_is_shown_at_its_character()
    {
        const string document = "{\n \"flowId\": \"f\", \"start\": \"respond_1\",\n \"steps\": { \"respond_1\": { \"kind\": \"respond\",\n  \"message\": \"{% 'Hi ' & $nobody %}\" } } }";
        var diagnostic = Assert.Single(Documents.Read(document).Diagnostics);
        Assert.Equal(("CXF2102", 4), (diagnostic.Code, diagnostic.Line));
        Assert.Equal(document.Split('\n')[3].IndexOf("$nobody") + 1, diagnostic.Column);
    }

    [Fact]
    public void A_flow_that_can_never_end_is_refused()
    {
        var document = Documents.With("/steps/decision_1", """{"kind":"decision","choices":[{"when":"{% true %}","next":"rest_api_1"}],"otherwise":"decision_1"}""")
            .Replace("\"any\":\"fail_1\"", "\"any\":\"rest_api_1\"");
        var codes = Documents.Problems(document).ToList();
        Assert.Contains(("CXF2003", "/steps/rest_api_1"), codes);
        Assert.Contains(("CXF2003", "/steps/decision_1"), codes);
    }

    [Fact]
    public void A_variable_bound_inside_an_expression_is_not_unknown() =>
        Assert.Empty(Documents.Problems(Documents.With("/steps/respond_1/message", "\"{% ($n := $payload.userInput; $map([1], function($i) { $n & $i })) %}\"")));

    [Fact]
    public void A_call_needs_a_connection_that_the_tenant_has()
    {
        var without = new FlowSurroundings(new Dictionary<ConnectionId, IReadOnlyCollection<string>>());
        Assert.Contains(("CXF2201", "/steps/rest_api_1/connection"), Documents.Problems(Documents.Lead, without));
        var readOnly = new FlowSurroundings(new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [ConnectionId.Parse("crm")] = ["GET"] });
        Assert.Contains(("CXF2202", "/steps/rest_api_1/method"), Documents.Problems(Documents.Lead, readOnly));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"flow\"")]
    [InlineData("{\"steps\":[],\"start\":1}")]
    [InlineData("{\"steps\":{\"a\":null},\"start\":\"a\"}")]
    [InlineData("{\"steps\":{\"a\":{\"kind\":\"decision\",\"choices\":[null,1]}},\"start\":\"a\"}")]
    public void A_document_of_another_shape_gives_diagnostics_and_no_flow(string document)
    {
        var reading = Documents.Read(document);
        Assert.Null(reading.Flow);
        Assert.NotEmpty(reading.Diagnostics);
    }
}
