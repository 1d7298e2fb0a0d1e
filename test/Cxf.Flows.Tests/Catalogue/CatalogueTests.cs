using System.Reflection;
using Cxf.Documents;
using Cxf.Flows.Catalogue;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Catalogue;

public sealed class CatalogueTests
{
    private const int LongestShown = 2_000;

    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_of_a_code_has_that_problem_and_no_other(string code)
    {
        var kind = DiagnosticCatalogue.All.Single(one => one.Code == code);
        var said = ExampleFlows.Said(code);
        Assert.True(said.Count > 0, "The example has no diagnostics.");
        Assert.All(said, diagnostic => Assert.Equal((code, kind.Severity), (diagnostic.Code, diagnostic.Severity)));
        Assert.All(said, diagnostic => Assert.False(string.IsNullOrWhiteSpace(diagnostic.Fix)));
    }

    [Fact]
    public void Every_code_of_a_flow_is_in_the_catalogue_once()
    {
        var codes = typeof(FlowCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal);
        Assert.Equal(codes, DiagnosticCatalogue.All.Select(kind => kind.Code));
    }

    [Fact]
    public void The_page_says_what_the_code_says() =>
        GoldenFile.Matches(ProjectRoot.Path("src", "Cxf.Flows", "Catalogue", "diagnostics.md"), CataloguePage.Write(Example));

    private static (string Document, IEnumerable<Diagnostic> Said) Example(DiagnosticKind kind)
    {
        var document = ExampleFlows.Document(kind.Code);
        var shown =
            document.Length <= LongestShown
                ? document
                : document[..200] + $"… ({document.Length:N0} characters, see Examples/{kind.Code}.json)";
        return (shown, ExampleFlows.Said(kind.Code));
    }
}
