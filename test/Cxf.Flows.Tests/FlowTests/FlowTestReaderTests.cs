namespace Cxf.Flows.Tests.FlowTests;

public sealed class FlowTestReaderTests
{
    [Fact]
    public void A_test_without_mistakes_is_read_without_diagnostics()
    {
        var reading = Documents.Read(TestedLead.With(TestedLead.Passing));
        Assert.Empty(reading.Diagnostics);
        Assert.Equal("A lead gets a number", Assert.Single(reading.Flow!.Tests).Name);
    }

    [Theory]
    [InlineData("/name", null, "CXF1003", "/tests/0")]
    [InlineData("/name", "\"\"", "CXF1006", "/tests/0/name")]
    [InlineData("/expect", null, "CXF1003", "/tests/0")]
    [InlineData("/colour", "1", "CXF1004", "/tests/0/colour")]
    [InlineData("/payload", """{"userInput":5}""", "CXF2602", "/tests/0/payload")]
    [InlineData("/payload", "[]", "CXF2602", "/tests/0/payload")]
    [InlineData("/payload", null, "CXF2602", "/tests/0/payload")]
    [InlineData("/contact", """{"shoeSize":"45"}""", "CXF1004", "/tests/0/contact/shoeSize")]
    [InlineData("/contact", """{"customerNumber":"+12025550123"}""", "CXF2608", "/tests/0/contact/customerNumber")]
    [InlineData("/startsAt", "\"tomorrow\"", "CXF1020", "/tests/0/startsAt")]
    [InlineData("/answers/rest_api_9", "[200]", "CXF2603", "/tests/0/answers/rest_api_9")]
    [InlineData("/answers/decision_1", "[200]", "CXF2604", "/tests/0/answers/decision_1")]
    [InlineData("/answers/rest_api_1", "200", "CXF1005", "/tests/0/answers/rest_api_1")]
    [InlineData("/answers/rest_api_1", "[true]", "CXF2605", "/tests/0/answers/rest_api_1/0")]
    [InlineData("/answers/rest_api_1", "[\"explode\"]", "CXF2605", "/tests/0/answers/rest_api_1/0")]
    [InlineData("/answers/rest_api_1", "[{}]", "CXF2605", "/tests/0/answers/rest_api_1/0")]
    [InlineData("/answers/rest_api_1", "[{\"error\":\"ApiSad\"}]", "CXF1007", "/tests/0/answers/rest_api_1/0/error")]
    [InlineData("/answers/rest_api_1", "[99]", "CXF1006", "/tests/0/answers/rest_api_1/0")]
    [InlineData("/answers/rest_api_1", "[{\"status\":200,\"bodi\":1}]", "CXF1004", "/tests/0/answers/rest_api_1/0/bodi")]
    [InlineData(
        "/answers/rest_api_1",
        "[{\"status\":200,\"afterSeconds\":-1}]",
        "CXF1006",
        "/tests/0/answers/rest_api_1/0/afterSeconds"
    )]
    [InlineData("/answers/rest_api_1", "[200,[200]]", "CXF2606", "/tests/0/answers/rest_api_1")]
    [InlineData("/answers/rest_api_1", "[[200]]", "CXF2606", "/tests/0/answers/rest_api_1")]
    [InlineData("/answers/rest_api_1", """[{"message":"Hi"}]""", "CXF2605", "/tests/0/answers/rest_api_1/0")]
    [InlineData("/expect/status", "\"FINE\"", "CXF1007", "/tests/0/expect/status")]
    [InlineData("/expect/errorCode", "\"ApiTimeout\"", "CXF2607", "/tests/0/expect/errorCode")]
    [InlineData("/expect/status", "\"FAILED\"", "CXF2607", "/tests/0/expect/outputs")]
    [InlineData("/expect/status", "\"REJECTED\"", "CXF2607", "/tests/0/expect/path")]
    [InlineData("/expect/outputs/leadId", "[1]", "CXF1005", "/tests/0/expect/outputs/leadId")]
    [InlineData("/expect/path", "[\"respond_9\"]", "CXF2603", "/tests/0/expect/path/0")]
    [InlineData("/expect/requests", """{"rest_api_9":[]}""", "CXF2603", "/tests/0/expect/requests/rest_api_9")]
    [InlineData("/expect/requests", """{"rest_api_1":[{"bodi":1}]}""", "CXF1004", "/tests/0/expect/requests/rest_api_1/0/bodi")]
    public void A_mistake_is_reported_with_its_code_and_location(string changed, string? json, string code, string pointer) =>
        Assert.Contains((code, pointer), Documents.Problems(TestedLead.With(TestedLead.Changed(changed, json))));

    [Fact]
    public void Two_tests_of_one_name_are_refused() =>
        Assert.Equal([("CXF2601", "/tests/1/name")], Documents.Problems(TestedLead.With(TestedLead.Passing, TestedLead.Passing)));

    [Fact]
    public void All_problems_of_all_tests_are_reported_at_once()
    {
        var document = TestedLead.With(
            TestedLead.Changed("/expect/path", "[\"a\",\"b\"]"),
            TestedLead.Changed("/name", "\"Another\"").Replace("\"rest_api_1\":[", "\"rest_api_2\":[")
        );
        Assert.Equal(
            ["/tests/0/expect/path/0", "/tests/0/expect/path/1", "/tests/1/answers/rest_api_2"],
            Documents.Problems(document).Select(problem => problem.Pointer)
        );
    }
}
