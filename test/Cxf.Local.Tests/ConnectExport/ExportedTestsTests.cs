using System.Text;
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
