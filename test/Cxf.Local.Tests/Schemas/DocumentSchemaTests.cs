using System.Text.Json.Nodes;
using Cxf.Local.Schemas;
using Cxf.Local.Tests.Commands;
using Cxf.Testing;

namespace Cxf.Local.Tests.Schemas;

/// <summary>
/// The published schemas: what the readers accept they accept, and what is wrong by itself they refuse. The schema of flows is
/// tested where it is made.
/// </summary>
public sealed class DocumentSchemaTests
{
    private static readonly Dictionary<string, string> Committed = new()
    {
        ["flow"] = ProjectRoot.Path("src", "Cxf.Flows", "Schema", "flow.schema.json"),
        ["connection"] = ProjectRoot.Path("src", "Cxf.ApiCalls", "Connections", "connection.schema.json"),
        ["instances"] = ProjectRoot.Path("src", "Cxf.Local", "Stores", "instances.schema.json"),
        ["tests"] = ProjectRoot.Path("src", "Cxf.ContactFlows", "TestCases", "test-case.schema.json"),
    };

    // One question for all documents, because each starts a process.
    private static readonly Lazy<Task<IReadOnlyDictionary<(string Schema, string Document), IReadOnlyList<string>>>> Findings =
        new(AskAsync);

    public static TheoryData<string> Names => [.. DocumentSchema.All.Select(schema => schema.Name)];

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "connection", "{}" },
            { "connection", """{ "baseUrl": "api.example.com" }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "auth": {} }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "auth": { "kind": "Bearer" } }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "auth": { "kind": "bearer", "token": "x" } }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "auth": { "kind": "oauth2ClientCredentials" } }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "methods": "GET" }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "methods": ["get"] }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "methods": ["TRACE"] }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "timeouts": { "totalMs": 1 } }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "limits": { "maxConcurrent": 201 } }""" },
            { "connection", """{ "baseUrl": "https://api.example.com", "url": "" }""" },
            { "instances", """{ "my instance": ["acme"] }""" },
            {
                "instances",
                """{ "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555": "acme" }"""
            },
            {
                "instances",
                """{ "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555": ["a b"] }"""
            },
            { "tests", """{ "Version": "2019-10-30", "Observations": [] }""" },
            { "tests", """{ "Version": "1", "Observations": [{ "Identifier": "a", "Event": { "Type": "TestInitiated" } }] }""" },
            { "tests", """{ "Version": "2019-10-30", "Observations": [{ "Identifier": "a", "Event": { "Type": "Begin" } }] }""" },
            {
                "tests",
                """{ "Version": "2019-10-30", "Observations": [{ "Identifier": "a", "Event": { "Type": "MessageReceived" } }] }"""
            },
            {
                "tests",
                """
                    { "Version": "2019-10-30", "Observations": [{ "Identifier": "a", "Event": { "Type": "TestInitiated" },
                    "Actions": [{ "Type": "Assert", "Parameters": {} }] }] }
                    """
            },
            {
                "tests",
                """
                    { "Version": "2019-10-30", "Observations": [{ "Identifier": "a", "Event": { "Type": "TestInitiated" },
                    "Actions": [{ "Type": "Assert", "Parameters": { "Namespace": "$.Channel", "Operator": "KeyExists" } }] }] }
                    """
            },
            { "tests", """{ "Name": "x", "Content": { "Version": "1", "Observations": [] } }""" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_schema_is_the_one_that_the_readers_give(string name) =>
        GoldenFile.Matches(Committed[name], Schema(name).Write());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_document_of_the_repository_meets_its_schema(string name)
    {
        var documents = Samples(name).ToList();
        Assert.NotEmpty(documents);
        var findings = await Findings.Value;
        Assert.All(documents, file => Assert.True(Of(file).Count == 0, $"{file}: {string.Join("; ", Of(file))}"));

        IReadOnlyList<string> Of(string file) => findings[(name, File.ReadAllText(file))];
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_by_itself_does_not_meet_the_schema(string name, string document) =>
        Assert.NotEmpty((await Findings.Value)[(name, document)]);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_schema_is_printed_without_a_network(string name)
    {
        var (code, output) = await FlowFolder.RunAsync("schema", name);
        Assert.Equal(0, code);
        Assert.Equal(Schema(name).Write(), output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task All_schemas_are_written_to_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("cxf-schemas-");
        try
        {
            var (code, _) = await FlowFolder.RunAsync("schema", "--out", folder.FullName);
            Assert.Equal(0, code);
            Assert.All(
                DocumentSchema.All,
                schema => Assert.Equal(schema.Write(), File.ReadAllText(Path.Combine(folder.FullName, schema.FileName)))
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_sample_settings_give_each_document_its_schema() =>
        GoldenFile.Matches(
            ProjectRoot.Path(EditorSettings.File),
            EditorSettings.Write(schema => Path.GetRelativePath(ProjectRoot.Path(), Committed[schema.Name]).Replace('\\', '/'))
        );

    private static DocumentSchema Schema(string name) => DocumentSchema.All.Single(schema => schema.Name == name);

    private static IEnumerable<string> Files(params string[] folder) =>
        Directory.EnumerateFiles(ProjectRoot.Path(folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static bool IsFor(string name, string file)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(file))!;
        return name switch
        {
            "flow" => folder == "flows",
            "connection" => folder == "connections",
            "instances" => Path.GetFileName(file) == "instances.json",
            _ => folder.EndsWith(".tests", StringComparison.Ordinal),
        };
    }

    private static IEnumerable<string> Samples(string name) =>
        Files("src", "Cxf.Local", "Samples").Where(file => IsFor(name, file));

    private static async Task<IReadOnlyDictionary<(string Schema, string Document), IReadOnlyList<string>>> AskAsync()
    {
        var documents = DocumentSchema
            .All.SelectMany(schema =>
                Samples(schema.Name)
                    .Select(File.ReadAllText)
                    .Concat(Wrong.Where(row => row.Data.Item1 == schema.Name).Select(row => row.Data.Item2))
                    .Distinct()
                    .Select(document => (Schema: schema.Name, Document: document))
            )
            .ToList();
        var questions = documents
            .GroupBy(one => one.Schema)
            .Select(
                JsonNode? (group) =>
                    new JsonObject
                    {
                        ["schema"] = JsonNode.Parse(Schema(group.Key).Write()),
                        ["documents"] = new JsonArray([.. group.Select(one => JsonNode.Parse(one.Document))]),
                    }
            );
        var findings = await NodeOracle.AskAsync("ajv", new JsonArray([.. questions]).ToJsonString());
        return documents.Zip(findings).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
