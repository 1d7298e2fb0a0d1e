using System.Text;
using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Local.ApiImport;
using Cxf.Local.ConnectExport;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Tests.Commands;
using Cxf.OpenApi;
using Cxf.Testing;

namespace Cxf.Local.Tests.Samples;

/// <summary>
/// The integrations of the tenant cedar: each is an OpenAPI document, what an import makes of it, flows, and a contact flow. All
/// of it stays together: what is stored is what the commands write.
/// </summary>
public sealed class SampleIntegrationTests
{
    private const string Tenant = "cedar";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Samples => ProjectRoot.Path("src", "Cxf.Local", "Samples");

    public static TheoryData<string> Apis => ["calendar", "crm", "desk"];

    public static TheoryData<string> Flows =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Samples, "tenants", Tenant, "flows"))
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The flows with a contact flow, and what a caller presses who answers its questions.</summary>
    public static TheoryData<string, string> ContactFlows =>
        new()
        {
            { "book_appointment", "2,1" },
            { "new_lead", "3" },
            { "open_ticket", "2,1" },
        };

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_connection_and_its_description_are_what_the_import_writes(string api)
    {
        var result = OpenApiImport.Read(
            File.ReadAllBytes(Path.Combine(Samples, "apis", api + ".yaml")),
            new ImportOptions { From = api + ".yaml" }
        );
        var tenant = Path.Combine(Samples, "tenants", Tenant);

        GoldenFile.Matches(Path.Combine(tenant, "connections", api + ".json"), ImportedConnection.Write(result.Connection!));
        GoldenFile.Matches(
            Path.Combine(tenant, "descriptions", api + ".json"),
            Encoding.UTF8.GetString(result.Description!.Value.Span)
        );
    }

    [Theory]
    [MemberData(nameof(ContactFlows))]
    public async Task A_contact_flow_and_its_tests_are_those_that_are_exported(string flow, string keys)
    {
        Assert.NotEmpty(keys);
        var file = Path.Combine(Samples, "tenants", Tenant, "flows", flow + ".json");
        var document = await FlowDocument.ReadAsync(FlowFile.Find(new FileInfo(file)).Single(), Cancel);
        var request = ExportRequest.For(
            TenantId.Parse(Tenant),
            document.Reading.Flow!,
            "1",
            LocalDeployment.ExecuteFlowArn,
            LocalDeployment.FunctionArn("GetFlowResult")
        );
        var exported = ContactFlow(flow);

        GoldenFile.Matches(exported, ConnectExporter.ContactFlow(request));
        foreach (var (name, content) in ExportedTests.Of(request))
        {
            GoldenFile.Matches(Path.Combine(Path.ChangeExtension(exported, ".tests"), name + ".json"), content);
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task No_generated_answer_breaks_a_flow(string flow)
    {
        var file = Path.Combine(Samples, "tenants", Tenant, "flows", flow + ".json");
        var (code, output) = await FlowFolder.RunAsync("test", file, "--generated", "50");

        Assert.True(code == 0, output);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_flow_runs_against_the_stub(string flow)
    {
        var call = await CallAsync("--flow", $"{Tenant}/{flow}");

        Assert.NotEmpty(call.GetProperty("stub").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(ContactFlows))]
    public async Task A_caller_who_answers_the_contact_flow_is_served(string flow, string keys)
    {
        var call = await CallAsync("--contact-flow", ContactFlow(flow), "--press", keys);

        Assert.Empty(call.GetProperty("unusedKeys").EnumerateArray());
        Assert.NotEmpty(call.GetProperty("stub").EnumerateArray());
    }

    private static string ContactFlow(string flow) => Path.Combine(Samples, "contact-flows", flow.Replace('_', '-') + ".json");

    private static async Task<JsonElement> CallAsync(params string[] arguments)
    {
        var (code, output) = await FlowFolder.RunAsync([
            "call",
            "--config",
            Samples,
            "--stub",
            "--json",
            "--strict",
            .. arguments,
        ]);
        Assert.True(code == 0, output);
        var call = JsonElement.Parse(output);
        Assert.All(
            call.GetProperty("stub").EnumerateArray(),
            request => Assert.Empty(request.GetProperty("problems").EnumerateArray())
        );
        return call;
    }
}
