using System.Text.Json.Nodes;
using Cxf.Flows.Schema;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Schema;

/// <summary>
/// The published schema of flow documents: what the reader takes it takes, and what is wrong by itself it refuses.
/// </summary>
public sealed class FlowSchemaTests
{
    private static readonly IReadOnlyList<string> Samples =
    [
        .. Directory
            .EnumerateFiles(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants"), "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "flows")
            .Order(),
    ];

    // Codes of shape; whether two names clash or a text is a timestamp, no schema can say.
    private static readonly HashSet<string> CodesOfShape =
    [
        "CXF1003",
        "CXF1004",
        "CXF1005",
        "CXF1006",
        "CXF1007",
        "CXF1008",
        "CXF1009",
        "CXF1010",
        "CXF1012",
        "CXF1015",
        "CXF1017",
    ];

    private static readonly IReadOnlyList<Mistake> OfShape =
    [
        .. Mistakes.All.Where(mistake => CodesOfShape.Contains(mistake.Code)),
    ];

    // Of all documents at once: most of the work is to compile the schema.
    private static readonly Lazy<Task<IReadOnlyList<IReadOnlyList<string>>>> Findings = new(() =>
        AskAsync([
            Documents.Lead,
            Documents.EveryKind,
            .. Samples.Select(File.ReadAllText),
            .. OfShape.Select(mistake => mistake.Document),
        ])
    );

    [Fact]
    public void The_committed_schema_is_the_one_that_the_model_gives() =>
        GoldenFile.Matches(ProjectRoot.Path("src", "Cxf.Flows", "Schema", "flow.schema.json"), FlowSchema.Write());

    [Fact]
    public async Task Every_sample_meets_the_schema()
    {
        Assert.NotEmpty(Samples);
        Assert.All((await Findings.Value).Take(2 + Samples.Count), Assert.Empty);
    }

    [Fact]
    public async Task What_is_wrong_by_itself_does_not_meet_the_schema()
    {
        Assert.True(OfShape.Count > 40, $"There are only {OfShape.Count} mistakes.");
        var accepted = OfShape
            .Zip((await Findings.Value).TakeLast(OfShape.Count))
            .Where(pair => pair.Second.Count == 0)
            .Select(pair => $"{pair.First.Code} {pair.First.Changed} = {pair.First.Json}");
        Assert.Empty(accepted);
    }

    private static Task<IReadOnlyList<IReadOnlyList<string>>> AskAsync(IEnumerable<string> documents) =>
        NodeOracle.AskAsync(
            "ajv",
            new JsonObject
            {
                ["schema"] = JsonNode.Parse(FlowSchema.Write()),
                ["documents"] = new JsonArray([.. documents.Select(document => JsonNode.Parse(document))]),
            }.ToJsonString()
        );
}
