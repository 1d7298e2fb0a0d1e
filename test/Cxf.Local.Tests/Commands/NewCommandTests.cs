using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.NewDocuments;
using Cxf.Local.Schemas;
using Cxf.Local.Stores;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary>What <c>cxf new</c> writes has no problems, passes its own tests and meets its schema.</summary>
public sealed class NewCommandTests : IDisposable
{
    private const string OtherArn = "arn:aws:connect:eu-central-1:111122223333:instance/22222222-2222-4333-8444-555555555555";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-new-");

    public static TheoryData<string> AuthKinds => [.. NewConnection.Kinds];

    [Fact]
    public async Task A_new_tenant_has_no_problems_and_its_flow_passes_its_tests()
    {
        await NewAsync("tenant", "acme");
        await AssertGreenAsync(flows: 1);
    }

    [Theory]
    [MemberData(nameof(AuthKinds))]
    public async Task A_new_connection_and_a_flow_that_calls_it_have_no_problems(string auth)
    {
        await NewAsync("tenant", "acme");
        await NewAsync("connection", "acme/crm", "--url", "https://crm.example.com/v1", "--auth", auth);
        await NewAsync("flow", "acme/order_status");
        Assert.Contains(
            "\"connection\": \"crm\"",
            await File.ReadAllTextAsync(FileOf("tenants/acme/flows/order_status.json"), Cancel)
        );
        await AssertGreenAsync(flows: 2);
    }

    [Theory]
    [InlineData("""["POST"]""", "POST")]
    [InlineData("""["PATCH", "DELETE"]""", "PATCH")]
    [InlineData("""["POST", "GET"]""", "GET")]
    public async Task A_new_flow_uses_a_method_that_the_connection_allows(string methods, string used)
    {
        await NewAsync("tenant", "acme");
        await NewAsync("connection", "acme/crm");
        var file = FileOf("tenants/acme/connections/crm.json");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file, Cancel)).Replace("""["GET", "POST"]""", methods),
            Cancel
        );
        await NewAsync("flow", "acme/a-b_C9", "--connection", "crm");
        Assert.Contains($"\"method\": \"{used}\"", await File.ReadAllTextAsync(FileOf("tenants/acme/flows/a-b_C9.json"), Cancel));
        await AssertGreenAsync(flows: 2);
    }

    [Fact]
    public async Task A_new_flow_of_a_tenant_without_connections_calls_nothing()
    {
        await NewAsync("tenant", "acme");
        await NewAsync("flow", "acme/hours");
        await AssertGreenAsync(flows: 2);
    }

    [Fact]
    public async Task What_is_written_refers_to_schemas_that_are_there()
    {
        await NewAsync("tenant", "acme");
        await NewAsync("connection", "acme/crm");
        await NewAsync("flow", "acme/order_status");
        var files = Directory
            .EnumerateFiles(_folder.FullName, "*.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("schema"))
            .ToList();
        var documents = files.Where(file => Path.GetFileName(file) != "settings.json").ToList();
        Assert.Equal(4, documents.Count);
        var questions = new JsonArray();
        foreach (var file in documents)
        {
            var document = JsonNode.Parse(await File.ReadAllTextAsync(file, Cancel))!;
            var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, (string)document["$schema"]!));
            questions.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["schema"] = JsonNode.Parse(await File.ReadAllTextAsync(schema, Cancel)),
                        ["documents"] = new JsonArray(document),
                    }
            );
        }

        Assert.Equal(
            [
                [],
                [],
                [],
                [],
            ],
            await NodeOracle.AskAsync("ajv", questions.ToJsonString())
        );

        var settings = JsonNode.Parse(await File.ReadAllTextAsync(FileOf(EditorSettings.File), Cancel))![
            "json.schemas"
        ]!.AsArray();
        Assert.Equal(4, settings.Count);
        Assert.All(settings, setting => Assert.True(File.Exists(FileOf((string)setting!["url"]!))));
    }

    [Fact]
    public async Task A_second_tenant_belongs_to_the_same_instance()
    {
        await NewAsync("tenant", "acme", "--instance", OtherArn);
        await NewAsync("tenant", "borealis");
        var instances = JsonNode.Parse(await File.ReadAllTextAsync(FileOf("instances.json"), Cancel))!;
        Assert.Equal(["acme", "borealis"], instances[OtherArn]!.AsArray().Select(tenant => (string)tenant!));
        Assert.Null(instances[InstanceArn.Example]);
        await AssertGreenAsync(flows: 2);
    }

    [Fact]
    public async Task With_several_instances_one_has_to_be_named()
    {
        await NewAsync("tenant", "acme", "--instance", OtherArn);
        await NewAsync("tenant", "borealis", "--instance", InstanceArn.Example);
        var (code, output) = await RunAsync("tenant", "zeta");
        Assert.Equal(2, code);
        Assert.Contains("--instance ARN", output);
        Assert.False(Directory.Exists(FileOf("tenants/zeta")));
    }

    [Theory]
    [InlineData("The tenant acme exists already.", "tenant", "acme")]
    [InlineData("exists already.", "connection", "acme/crm")]
    [InlineData("exists already.", "flow", "acme/welcome")]
    [InlineData("There is no tenant zeta. Create it: cxf new tenant zeta --config", "flow", "zeta/welcome")]
    [InlineData("There is no tenant zeta. Create it: cxf new tenant zeta --config", "connection", "zeta/crm")]
    [InlineData("Create it: cxf new connection acme/desk --config", "flow", "acme/order", "--connection", "desk")]
    public async Task Nothing_is_replaced_and_nothing_is_written_beside_a_missing_tenant(
        string problem,
        params string[] arguments
    )
    {
        await NewAsync("tenant", "acme");
        await NewAsync("connection", "acme/crm");
        var before = Contents();
        var (code, output) = await RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.Contains(problem, output);
        Assert.Equal(before, Contents());
    }

    [Theory]
    [InlineData("""{ "arn": [ }""")]
    [InlineData("""["acme"]""")]
    [InlineData("")]
    public async Task A_broken_instances_file_is_reported_and_kept(string text)
    {
        await File.WriteAllTextAsync(FileOf("instances.json"), text, Cancel);
        var (code, output) = await RunAsync("tenant", "acme");
        Assert.Equal(1, code);
        Assert.Contains("instances.json: ", output);
        Assert.Equal(text, await File.ReadAllTextAsync(FileOf("instances.json"), Cancel));
    }

    [Fact]
    public async Task Programs_get_the_names_of_the_files()
    {
        var (code, output) = await RunAsync("tenant", "acme", "--json");
        Assert.Equal(0, code);
        var files = JsonElement.Parse(output).GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToList();
        Assert.Contains(FileOf("instances.json"), files);
        Assert.All(files, file => Assert.True(File.Exists(file)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string FileOf(string name) => Path.Combine(_folder.FullName, name);

    private Dictionary<string, string> Contents() =>
        Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

    private async Task NewAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments);
        Assert.True(code == 0, output);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        FlowFolder.RunAsync(["new", .. arguments, "--config", _folder.FullName]);

    private async Task AssertGreenAsync(int flows)
    {
        var (checkedCode, output) = await FlowFolder.RunAsync("check", _folder.FullName);
        Assert.True(checkedCode == 0, output);
        Assert.Contains($"{(flows == 1 ? "1 flow" : $"{flows} flows")}: 0 errors, 0 warnings.", output);
        var (testedCode, tested) = await FlowFolder.RunAsync("test", _folder.FullName);
        Assert.True(testedCode == 0, tested);
        Assert.DoesNotContain("no test takes", tested);
    }
}
