namespace Cxf.Flows.Tests.FlowTests;

public sealed class FlowCoverageTests
{
    [Fact]
    public void A_path_that_no_test_took_is_reported_with_its_location()
    {
        var untaken = TestedLead.Run(TestedLead.With(TestedLead.Passing)).UntakenWays.ToList();
        Assert.Equal(
            [
                ("rest_api_1", "onError/any", "/steps/rest_api_1/onError/any"),
                ("decision_1", "otherwise", "/steps/decision_1/otherwise"),
            ],
            untaken.Select(way => (way.From, way.Name, way.Pointer))
        );
    }

    [Theory]
    [InlineData("404", "onError/ApiNotFound")]
    [InlineData("\"timeOut\"", "onError/ApiTimeout")]
    [InlineData("500", "onError/any")]
    public void A_branch_for_an_error_code_is_distinguished_from_another_to_the_same_step(string answer, string way)
    {
        var document = TestedLead
            .With(TestedLead.Changed("/answers/rest_api_1", $"[{answer}]"))
            .Replace("\"onError\":{", "\"onError\":{\"ApiNotFound\":\"fail_1\",\"ApiTimeout\":\"fail_1\",");
        Assert.Equal([way], TestedLead.Run(document).Ways.Where(one => one.Taken > 0).Select(one => one.Name));
    }

    [Fact]
    public void A_path_says_when_a_run_takes_it()
    {
        var document = TestedLead.With(TestedLead.Passing).Replace("\"onError\":{", "\"onError\":{\"ApiTimeout\":\"fail_1\",");
        Assert.Equal(
            [
                "rest_api_1 ends well",
                "rest_api_1 ends with ApiTimeout",
                "rest_api_1 ends with an error that no other branch takes",
                "{% $rest_api_1.status = 201 %} is true",
                "no choice of decision_1 is true",
            ],
            TestedLead.Run(document).Ways.Select(way => way.When)
        );
    }

    [Fact]
    public void Choices_that_lead_to_the_same_step_are_one_path()
    {
        var document = TestedLead
            .With(TestedLead.Passing)
            .Replace("\"choices\":[", """ "choices":[{"when":"{% false %}","next":"respond_1"},""");
        var way = Assert.Single(TestedLead.Run(document).Ways, way => way.To == "respond_1");
        Assert.Equal(("choices/0/next, choices/1/next", 1), (way.Name, way.Taken));
    }

    [Fact]
    public void Without_tests_no_path_is_taken_and_nothing_fails()
    {
        var report = TestedLead.Run(Documents.Lead);
        Assert.True(report.Passed);
        Assert.Equal(report.Ways, report.UntakenWays);
        Assert.Equal(4, report.Ways.Count);
    }
}
