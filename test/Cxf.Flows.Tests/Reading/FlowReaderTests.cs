using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;

namespace Cxf.Flows.Tests.Reading;

public sealed class FlowReaderTests
{
    public static TheoryData<Mistake> Mistakes => [.. Tests.Mistakes.OfLead];

    [Fact]
    public void A_flow_without_mistakes_is_read_without_diagnostics()
    {
        var reading = Documents.Read(Documents.Lead);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["rest_api_1", "decision_1", "respond_1", "fail_1"], reading.Flow!.Steps.Select(step => step.Label));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_with_its_code_and_location(Mistake mistake) =>
        Assert.Contains((mistake.Code, mistake.Pointer), Documents.Problems(mistake.Document));

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
        const string document =
            """{"flowId":"a b","start":"x","steps":{"x":{"kind":"respond"},"y":{"kind":"fail","message":""}}}""";
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
        const string document =
            "{\n \"flowId\": \"f\", \"start\": \"respond_1\",\n \"steps\": { \"respond_1\": { \"kind\": \"respond\","
            + "\n  \"message\": \"{% 'Hi ' & $nobody %}\" } } }";
        var diagnostic = Assert.Single(Documents.Read(document).Diagnostics);
        Assert.Equal(("CXF2102", 4), (diagnostic.Code, diagnostic.Line));
        Assert.Equal(document.Split('\n')[3].IndexOf("$nobody") + 1, diagnostic.Column);
    }

    [Fact]
    public void A_flow_that_can_never_end_is_refused()
    {
        var document = Documents
            .With(
                "/steps/decision_1",
                """{"kind":"decision","choices":[{"when":"{% true %}","next":"rest_api_1"}],"otherwise":"decision_1"}"""
            )
            .Replace("\"any\":\"fail_1\"", "\"any\":\"rest_api_1\"");
        var codes = Documents.Problems(document).ToList();
        Assert.Contains(("CXF2003", "/steps/rest_api_1"), codes);
        Assert.Contains(("CXF2003", "/steps/decision_1"), codes);
    }

    [Fact]
    public void A_variable_bound_inside_an_expression_is_not_unknown() =>
        Assert.Empty(
            Documents.Problems(
                Documents.With(
                    "/steps/respond_1/message",
                    "\"{% ($n := $payload.userInput; $map([1], function($i) { $n & $i })) %}\""
                )
            )
        );

    [Fact]
    public void A_call_needs_a_connection_that_the_tenant_has()
    {
        var without = new FlowContext(new Dictionary<ConnectionId, IReadOnlyCollection<string>>());
        Assert.Contains(("CXF2201", "/steps/rest_api_1/connection"), Documents.Problems(Documents.Lead, without));
        var readOnly = new FlowContext(
            new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [ConnectionId.Parse("crm")] = ["GET"] }
        );
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
