using System.Text.Json;
using Cxf.Local.Tests.Commands;
using Cxf.Testing;

namespace Cxf.Local.Tests.Samples;

/// <summary>The contact flows among the samples have no errors, pass their test cases, and are on the page of recipes.</summary>
public sealed class SampleContactFlowTests
{
    private static string Folder => ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_sample_passes_its_test_cases(string name)
    {
        var (code, output) = await FlowFolder.RunAsync("test", Path.Combine(Folder, name + ".json"), "--json");

        Assert.True(code == 0, output);
        var report = Assert.Single(JsonElement.Parse(output).GetProperty("contactFlows").EnumerateArray());
        Assert.NotEmpty(report.GetProperty("tests").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_of_recipes_lists_it(string name) =>
        Assert.Contains(
            $"(Samples/contact-flows/{name}.json)",
            File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "recipes.md"))
        );

    [Fact]
    public async Task Check_counts_the_contact_flows_of_a_folder()
    {
        var (code, output) = await FlowFolder.RunAsync("check", Path.Combine(Folder, ".."));

        Assert.Equal(0, code);
        Assert.Matches($@"[0-9]+ flows, {Names.Count} contact flows: 0 errors, [0-9]+ warnings?\.\n$", output);
    }
}
