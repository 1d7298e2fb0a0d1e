using System.Text.Json;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary><c>cxf connection</c>: importing a description, showing it, and comparing it with a newer one.</summary>
public sealed class ConnectionCommandTests : IDisposable
{
    private const string Flow = """
        { "flowId": "lead", "caller": "continues", "start": "create",
          "input": { "type": "object", "required": ["phone"], "properties": { "phone": { "type": "string" } } },
          "steps": {
            "create": { "kind": "restApi", "connection": "crm", "operation": "createLead",
              "body": { "phone": "{% $payload.phone %}", "source": "phone" }, "onError": { "any": "end_2" }, "next": "end_1" },
            "end_1": { "kind": "respond", "message": "{% 'Number ' & $string($create.body.id) %}" },
            "end_2": { "kind": "respond", "message": "Sorry." } } }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-connection-");

    private static string Crm => ProjectRoot.Path("src", "Cxf.Local", "Samples", "apis", "crm.yaml");

    [Fact]
    public async Task An_import_writes_a_connection_and_its_description()
    {
        var output = await RunAsync(0, "import", Crm, "--tenant", "acme", "--as", "crm");
        Assert.Contains("5 operations", output);
        var connection = JsonElement.Parse(await File.ReadAllTextAsync(FileOf("connections/crm.json"), Cancel));
        Assert.Equal("https://crm.example.com/api/v2", connection.GetProperty("baseUrl").GetString());
        Assert.Equal("oauth2ClientCredentials", connection.GetProperty("auth").GetProperty("kind").GetString());
        Assert.Contains("POST /leads", await RunAsync(0, "show", "crm", "--tenant", "acme"));
        Assert.Contains("leadId (path, required): integer", await RunAsync(0, "show", "crm", "getLead", "--tenant", "acme"));
        Assert.Contains("\"getLead\"", await RunAsync(1, "show", "crm", "getLeed", "--tenant", "acme"));
    }

    [Fact]
    public async Task An_existing_connection_stays_as_it_is()
    {
        const string Own = """{ "baseUrl": "https://crm.example.com/api", "methods": ["GET"] }""";
        await WriteAsync("connections/crm.json", Own);
        var output = await RunAsync(0, "import", Crm, "--tenant", "acme", "--as", "crm");
        Assert.Contains("does not allow POST, PATCH", output);
        Assert.Equal(Own, await File.ReadAllTextAsync(FileOf("connections/crm.json"), Cancel));
        Assert.Contains("GET /v2/leads", await RunAsync(0, "show", "crm", "--tenant", "acme"));
    }

    [Theory]
    [InlineData("no-file.yaml", "There is no file")]
    [InlineData("http://api.example.com/openapi.json", "not an https URL")]
    [InlineData("ftp://api.example.com/openapi.json", "not an https URL")]
    [InlineData(".", "is a folder")]
    public async Task What_cannot_be_read_is_refused(string document, string reason) =>
        Assert.Contains(reason, await RunAsync(1, "import", document, "--tenant", "acme", "--as", "crm"));

    [Fact]
    public async Task A_tenant_that_does_not_exist_is_refused() =>
        Assert.Contains("Did you mean \"acme\"?", await RunAsync(1, "import", Crm, "--tenant", "acmee", "--as", "crm"));

    [Fact]
    public async Task A_newer_document_breaks_a_flow_and_the_same_one_does_not()
    {
        await RunAsync(0, "import", Crm, "--tenant", "acme", "--as", "crm");
        await WriteAsync("flows/lead.json", Flow);
        Assert.Contains("No flow changes (1 checked).", await RunAsync(0, "check", "crm", Crm));
        var newer = Path.Combine(_folder.FullName, "newer.yaml");
        var text = await File.ReadAllTextAsync(Crm, Cancel);
        await File.WriteAllTextAsync(newer, text.Replace("[phone, source]", "[phone, source, email]"), Cancel);
        var output = await RunAsync(1, "check", "crm", newer);
        Assert.Contains("createLead: \"email\" of the body is required now.", output);
        Assert.Contains("acme/lead: It breaks.", output);
        Assert.Contains("CXF2220 /steps/create/body", output);
        Assert.Contains("Name the newer document", await RunAsync(1, "check", "crm"));
    }

    [Fact]
    public async Task A_flow_that_contradicts_its_description_is_published_only_if_that_is_allowed()
    {
        await RunAsync(0, "import", Crm, "--tenant", "acme", "--as", "crm");
        await WriteAsync("flows/lead.json", Flow.Replace("\"source\": \"phone\"", "\"source\": \"fone\""));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "instances.json"), "{}", Cancel);
        var deployment = Path.Combine(_folder.FullName, "deployment");
        var (code, output) = await FlowFolder.RunAsync("publish", _folder.FullName, "--folder", deployment);
        Assert.Equal(1, code);
        Assert.Contains("error CXF2220", output);
        (code, output) = await FlowFolder.RunAsync(
            "publish",
            _folder.FullName,
            "--folder",
            deployment,
            "--allow",
            "CXF2220",
            "--allow",
            "CXF2223"
        );
        Assert.Equal(0, code);
        Assert.Contains("Version 1 is live", output);
        (_, output) = await FlowFolder.RunAsync("versions", "acme/lead", "--folder", deployment);
        Assert.Contains("published with --allow CXF2220", output);
        Assert.DoesNotContain("CXF2223", output);
    }

    public ConnectionCommandTests() => Directory.CreateDirectory(Path.Combine(_folder.FullName, "tenants", "acme"));

    public void Dispose() => _folder.Delete(recursive: true);

    private string FileOf(string name) => Path.Combine(_folder.FullName, "tenants", "acme", name);

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(name))!);
        await File.WriteAllTextAsync(FileOf(name), text, Cancel);
    }

    private async Task<string> RunAsync(int expected, params string[] arguments)
    {
        var (code, output) = await FlowFolder.RunAsync(["connection", .. arguments, "--config", _folder.FullName]);
        Assert.True(code == expected, output);
        return output;
    }
}
