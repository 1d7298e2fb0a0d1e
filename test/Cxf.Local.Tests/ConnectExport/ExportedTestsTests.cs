using System.Text;
using System.Text.Json.Nodes;
using Cxf.ContactFlows;
using Cxf.ContactFlows.TestCases;
using Cxf.Documents.Identifiers;
using Cxf.Local.ConnectExport;
using Cxf.Testing;

namespace Cxf.Local.Tests.ConnectExport;

/// <summary>The test cases of the exported contact flow.</summary>
public sealed class ExportedTestsTests
{
    [Fact]
    public void The_tests_of_the_sample_contact_flow_are_those_that_are_exported()
    {
        foreach (var (name, content) in ExportedTests.Of(ExportRequest.ForTemplate(SampleFlows.Read("create_lead"), "5")))
        {
            GoldenFile.Matches(
                ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows", "press-5.tests", name + ".json"),
                content
            );
        }
    }

    [Theory]
    [MemberData(nameof(QuestionsTests.Samples), MemberType = typeof(QuestionsTests))]
    public async Task They_pass_for_every_sample(string sample) => await PassAsync(SampleFlows.Read(sample));

    [Theory]
    [InlineData("""{ "enum": ["delivery", "invoice"] }""")]
    [InlineData("""{ "type": "boolean" }""")]
    [InlineData("""{ "type": "integer", "minimum": 100, "maximum": 99999 }""")]
    [InlineData("""{ "type": "number", "minimum": 0.5 }""")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{8}$" }""")]
    [InlineData("""{ "type": "string", "pattern": "^0\\d{3,7}$" }""")]
    [InlineData("""{ "type": "string" }""")]
    [InlineData("""{ "const": "only" }""")]
    public async Task They_pass_whatever_is_asked(string field) => await PassAsync(QuestionsTests.FlowWith(field));

    // Whatever the fields of a contract are called and look like: the files are valid, the tests pass, no value replaces another.
    [Fact]
    public async Task They_pass_for_every_contract()
    {
        for (var seed = 0; seed < LongRun.Count(40, 2_000); seed++)
        {
            var flow = RandomFlow(new Random(seed));
            await PassAsync(flow);
            Assert.Empty(ContactFlowReader.Read(ConnectExporter.ContactFlow(Request(flow))).Diagnostics);
            Assert.Empty(Module(ConnectExporter.Module(Request(flow)), ExportedContract.Settings(Request(flow))));
            Assert.Empty(Module(ConnectExporter.Tool(Request(flow)), ExportedContract.ToolSettings(Request(flow))));
            var fields = RequiredField.Of(flow.Input.Schema);
            Assert.Equal(fields.Count, fields.Select(field => field.FlowAttribute).Distinct().Count());
        }
    }

    private static IReadOnlyList<ContactFlowDiagnostic> Module(string content, string settings) =>
        ContactFlowReader.ReadModule(Encoding.UTF8.GetBytes(content), ModuleContract.Read(settings)).Diagnostics;

    private static Flows.Model.FlowDefinition RandomFlow(Random random)
    {
        string[] names =
        [
            "userInput",
            "value",
            "field1",
            "field2",
            "_1",
            "_2",
            "a b",
            "customer's name",
            "ünïcode",
            "a.b",
            "a-b",
            "day",
            "days",
            new string('n', 60),
        ];
        var fields = names
            .OrderBy(_ => random.Next())
            .Take(random.Next(1, 6))
            .ToDictionary(name => name, _ => RandomField(random));
        return QuestionsTests.FlowOf(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(fields.Select(Named)),
                ["required"] = new JsonArray([.. fields.Keys.Select(name => JsonValue.Create(name))]),
            }.ToJsonString()
        );
    }

    private static KeyValuePair<string, JsonNode?> Named(KeyValuePair<string, JsonObject> field) => new(field.Key, field.Value);

    private static JsonObject RandomField(Random random)
    {
        var min = random.Next(0, 1_000);
        var digits = random.Next(1, 9);
        return random.Next(9) switch
        {
            0 => new() { ["enum"] = new JsonArray("late_delivery", "invoice", "other \"things\"") },
            1 => new() { ["type"] = "boolean" },
            2 => new()
            {
                ["type"] = "integer",
                ["minimum"] = min,
                ["maximum"] = min + random.Next(0, 100_000),
            },
            3 => new() { ["type"] = "number", ["minimum"] = min / 7.0 },
            4 => new() { ["type"] = "string", ["pattern"] = $"^[0-9]{{{digits},{digits + random.Next(3)}}}$" },
            5 => new() { ["type"] = "string", ["description"] = "Your name? $.External.x {% x %}" },
            6 => new() { ["const"] = "only" },
            7 => new() { ["type"] = "integer", ["maximum"] = 1e18 },
            _ => new() { ["type"] = "array" },
        };
    }

    private static async Task PassAsync(Flows.Model.FlowDefinition definition)
    {
        var request = Request(definition);
        var flow = ContactFlowReader.Read(ConnectExporter.ContactFlow(request)).Flow!;
        foreach (var (name, content) in ExportedTests.Of(request))
        {
            var reading = TestCaseReader.Read(name, Encoding.UTF8.GetBytes(content));
            Assert.Empty(reading.Diagnostics);
            var result = await ContactFlowTest.RunAsync(
                flow,
                reading.TestCase!,
                new Dictionary<string, ContactFlow>(),
                TestContext.Current.CancellationToken
            );
            Assert.Empty(result.Failures);
        }
    }

    private static ExportRequest Request(Flows.Model.FlowDefinition flow) =>
        ExportRequest.For(TenantId.Parse("acme"), flow, "5", "arn:execute", "arn:result");
}
