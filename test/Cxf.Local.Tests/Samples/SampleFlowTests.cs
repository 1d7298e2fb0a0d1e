using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Flows.FlowTests;
using Cxf.Local.FlowDocuments;
using Cxf.StatesLanguage.History;
using Cxf.Testing;

namespace Cxf.Local.Tests.Samples;

/// <summary>
/// Every sample flow is free of errors and warnings, passes its own tests and takes every way; and what each stage makes of it
/// stands in a golden folder, rewritten by UPDATE_GOLDEN=1.
/// </summary>
public sealed class SampleFlowTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Tenants => ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants");

    public static TheoryData<string> Flows =>
        [
            .. FlowFile
                .Find(new DirectoryInfo(Tenants))
                .Select(file => $"{file.Tenant}/{Path.GetFileNameWithoutExtension(file.Path)}"),
        ];

    [Fact]
    public void There_are_samples_of_eight_shapes_and_for_two_tenants()
    {
        Assert.True(Flows.Select(row => row.Data.Split('/')[1]).Distinct().Count() >= 8);
        Assert.Equal(2, Flows.Count(row => row.Data.EndsWith("/create_lead")));
    }

    [Fact]
    public void The_page_of_recipes_lists_every_sample()
    {
        var page = File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "recipes.md"));
        var unlisted = Flows
            .Select(row => row.Data)
            .Where(flow =>
                !flow.StartsWith("borealis/") && !page.Contains($"(Samples/tenants/{flow.Replace("/", "/flows/")}.json)")
            );
        Assert.Equal(["acme/create_lead", "acme/customer_name", "acme/difficult_day"], unlisted);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_sample_passes_its_tests_and_they_take_every_path(string flow)
    {
        var (document, report) = await RunAsync(flow);
        Assert.All(document.Reading.Diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity));
        Assert.NotEmpty(report.Results);
        Assert.All(report.Results, result => Assert.Empty(result.Differences));
        Assert.Empty(report.UntakenWays);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task The_results_of_all_stages_match_the_golden_files(string flow)
    {
        var (document, report) = await RunAsync(flow);
        var folder = ProjectRoot.Path("test", "Cxf.Local.Tests", "Samples", "Golden", flow);
        GoldenFile.Matches(Path.Combine(folder, "flow.json"), document.Text);
        GoldenFile.Matches(
            Path.Combine(folder, "diagnostics.txt"),
            string.Concat(document.Reading.Diagnostics.Select(diagnostic => $"{diagnostic}\n"))
        );
        GoldenFile.Matches(Path.Combine(folder, "machine.asl.json"), document.Compile(document.Reading.Flow!).Definition + "\n");
        foreach (var (index, result) in report.Results.Index())
        {
            GoldenFile.Matches(
                Path.Combine(folder, $"test-{index + 1}.history.json"),
                Indented(HistoryEventJson.Write(result.History))
            );
        }
    }

    private static async Task<(FlowDocument Document, FlowTestReport Report)> RunAsync(string flow)
    {
        var parts = flow.Split('/');
        var file = new FileInfo(Path.Combine(Tenants, parts[0], "flows", parts[1] + ".json"));
        var document = await FlowDocument.ReadAsync(FlowFile.Find(file).Single(), TestContext.Current.CancellationToken);
        Assert.NotNull(document.Reading.Flow);
        return (document, document.Test(document.Reading.Flow, TestContext.Current.CancellationToken));
    }

    private static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(Readable) + "\n";
}
