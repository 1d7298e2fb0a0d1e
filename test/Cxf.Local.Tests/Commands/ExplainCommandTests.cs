using System.Reflection;
using System.Text.RegularExpressions;
using Cxf.ApiCalls;
using Cxf.Flows;
using Cxf.Local.Commands;
using Cxf.Local.Explanations;
using Cxf.Local.Tests.Output;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

public sealed partial class ExplainCommandTests
{
    [Fact]
    public void Every_error_code_of_a_run_is_explained_once()
    {
        var words = ((Type[])[typeof(ErrorCodes), typeof(FlowErrorCodes)]).SelectMany(Constants);
        Assert.Equal(words.Order(StringComparer.Ordinal), RunErrors.All.Select(one => one.Code).Order(StringComparer.Ordinal));
    }

    /// <summary>Read from the source, so that a code of a new kind of document is noticed.</summary>
    [Fact]
    public void Every_code_in_the_source_is_explained_once()
    {
        var written = Directory
            .EnumerateFiles(ProjectRoot.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct();
        Assert.Equal(
            written.Order(StringComparer.Ordinal),
            ExplanationCatalogue.All.Select(one => one.Code).Where(code => code.StartsWith("CXF")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_explanation_says_who_can_act_and_what_to_check_and_names_only_codes_that_exist() =>
        Assert.All(
            ExplanationCatalogue.All,
            explanation =>
            {
                Assert.EndsWith(".", explanation.Title);
                Assert.EndsWith(".", explanation.Meaning);
                Assert.NotEqual("", explanation.Who);
                Assert.NotEmpty(explanation.CheckFirst);
                Assert.All(explanation.Related, code => Assert.NotNull(ExplanationCatalogue.Find(code)));
                Assert.DoesNotContain(explanation.Code, explanation.Related);
            }
        );

    [Fact]
    public void The_page_says_what_the_code_says() =>
        GoldenFile.Matches(ProjectRoot.Path("src", "Cxf.Local", "error-codes.md"), ExplanationPage.Write());

    [Theory]
    [InlineData("FlowFailed.ApiTimeout", "ApiTimeout", "ApiTimeout")]
    [InlineData("FlowFailed.OutOfStock", "OutOfStock", "FlowFailed")]
    [InlineData("States.Timeout", "ApiTimeout", "ApiTimeout")]
    [InlineData("States.QueryEvaluationError", "FlowExpression", "FlowExpression")]
    [InlineData("DynamoDb.SomeException", "Internal", "Internal")]
    public async Task A_name_that_only_histories_have_is_explained_by_what_contact_flows_get(
        string name,
        string answered,
        string explained
    )
    {
        var (code, output) = await RunAsync(name);
        Assert.Equal(0, code);
        Assert.StartsWith($"{name} is how an execution failed. Contact flows get {answered}.", output);
        Assert.Contains($"\n{explained}: ", output);
    }

    [Fact]
    public async Task Codes_are_explained_in_any_case()
    {
        var (code, output) = await RunAsync("apitimeout", "cxf2102");
        Assert.Equal(0, code);
        Assert.Contains("ApiTimeout: The third party did not answer in time.", output);
        Assert.Contains("Who can act: the third party; the author of the flow, if the timeout is too short.", output);
        Assert.Contains("CXF2102: A variable that nothing defines.", output);
        Assert.Contains("\"flowId\": \"example\"", output);
    }

    [Fact]
    public async Task Without_a_code_all_codes_are_listed()
    {
        var (code, output) = await RunAsync();
        Assert.Equal((0, ExplanationCatalogue.All.Count), (code, output.Trim().Split('\n').Length));
    }

    [Fact]
    public async Task A_code_that_does_not_exist_is_a_usage_error_with_the_nearest_one()
    {
        var (code, _, error) = await CxfCommandTests.RunAsync("explain", "ApiTimout");
        Assert.Equal(2, code);
        Assert.Contains("There is no code ApiTimout. Did you mean ApiTimeout?", error);
    }

    [Fact]
    public async Task A_terminal_breaks_lines_between_words()
    {
        var (_, output) = await RunAsync(60, "ApiTimeout", "CXF2102");
        Assert.All(
            output.Split('\n').TakeWhile(line => !line.StartsWith("Example")),
            line => Assert.True(line.Length <= 60, line)
        );
    }

    private static Task<(int Code, string Output)> RunAsync(params string[] codes) => RunAsync(null, codes);

    private static async Task<(int Code, string Output)> RunAsync(int? width, params string[] codes)
    {
        var console = new TextConsole(width);
        var code = await ExplainCommand
            .Create(console.Lines)
            .Parse(codes)
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (code, console.Text);
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex("\"(CXF[0-9]{4})\"")]
    private static partial Regex Code();
}
