using System.Text.Json;

namespace Cxf.Local.Tests.Commands;

/// <summary>The descriptions in a folder are checked, too: a flow must not be compared with nothing.</summary>
public sealed class StoredDescriptionTests : IDisposable
{
    private const string Good = """{"format": 1, "operations": {"createLead": {"method": "POST", "path": "/leads"}}}""";

    private readonly FlowFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("crm", Good)]
    [InlineData("crm", "{\"format\": 1,\n \"operations\": {", "CXF5016 error 2")]
    [InlineData("crm", "", "CXF5016 error 1")]
    [InlineData("crm", "[]", "CXF5016 error 1")]
    [InlineData("crm", "{}", "CXF5016 error 1")]
    [InlineData("crm", "{\"openapi\": \"3.0.3\"}", "CXF5016 error 1")]
    [InlineData("crm", "{\"format\": 2, \"operations\": {}}", "CXF5016 error 1")]
    [InlineData("crm", "{\"format\": \"1\"}", "CXF5016 error 1")]
    [InlineData("crn", Good, "CXF5017 warning 1")]
    [InlineData("billing", Good, "CXF5017 warning 1")]
    [InlineData("not an id", Good, "CXF5017 warning 1")]
    [InlineData("billing", "{}", "CXF5017 warning 1", "CXF5016 error 1")]
    public async Task A_description_is_reported_with_its_place(string name, string text, params string[] problems)
    {
        Write(name, text);
        var (code, report) = await CheckAsync();

        Assert.Equal(
            problems,
            report.Select(one => $"{one.GetProperty("code")} {one.GetProperty("severity")} {one.GetProperty("line")}")
        );
        Assert.Equal(problems.Any(problem => problem.Contains("error")) ? 1 : 0, code);
    }

    [Theory]
    [InlineData("crm", "{}", "cxf connection import URL-or-FILE --tenant acme --as crm")]
    [InlineData("crn", Good, "Rename the file to crm.json")]
    [InlineData("billing", Good, "cxf new connection acme/billing")]
    public async Task The_fix_names_what_to_do(string name, string text, string fix)
    {
        Write(name, text);
        var (_, report) = await CheckAsync();

        Assert.Contains(fix, Assert.Single(report).GetProperty("fix").GetString());
    }

    [Theory]
    [InlineData("CXF5016")]
    [InlineData("CXF5017")]
    [InlineData("CXF9003")]
    [InlineData("CXF9004")]
    public async Task Its_code_is_explained(string code) =>
        Assert.Equal(0, (await FlowFolder.RunAsync("explain", code)).ExitCode);

    [Theory]
    [InlineData("crm", Good)]
    [InlineData("crm", "{\"format\": 1,\n \"operations\": {", "CXF5016 error 2")]
    [InlineData("crm", "{\"format\": 2, \"operations\": {}}", "CXF5016 error 1")]
    [InlineData("crm", "{}", "CXF5016 error 1")]
    [InlineData("billing", Good, "CXF5017 warning 1")]
    public async Task A_description_is_checked_by_itself_too(string name, string text, params string[] problems)
    {
        var file = Write(name, text);
        var (code, report) = await CheckAsync(file);

        Assert.Equal(
            problems,
            report.Select(one => $"{one.GetProperty("code")} {one.GetProperty("severity")} {one.GetProperty("line")}")
        );
        Assert.Equal(problems.Any(problem => problem.Contains("error")) ? 1 : 0, code);
    }

    [Fact]
    public async Task A_description_outside_a_tenants_folder_needs_no_connection()
    {
        var file = Path.Combine(_folder.Path, "crm.json");
        await File.WriteAllTextAsync(file, Good, TestContext.Current.CancellationToken);

        var (code, output) = await FlowFolder.RunAsync("check", file);

        Assert.Equal(0, code);
        Assert.Contains("1 description: 0 errors, 0 warnings.", output);
    }

    [Theory]
    [InlineData("{\"openapi\": \"3.0.3\", \"paths\": {}}")]
    [InlineData("{\"swagger\": \"2.0\", \"paths\": {}}")]
    public async Task An_api_document_says_how_a_description_is_made_of_it(string text)
    {
        var file = Path.Combine(_folder.Path, "crm.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var (code, report) = await CheckAsync(file, "flows");

        Assert.Equal(1, code);
        var problem = Assert.Single(report);
        Assert.Equal("This is an OpenAPI document, not a flow.", problem.GetProperty("message").GetString());
        Assert.Contains("cxf connection import", problem.GetProperty("fix").GetString());
    }

    private async Task<(int Code, IReadOnlyList<JsonElement> Problems)> CheckAsync(string? file = null, string kind = "documents")
    {
        _folder.Add("create_lead");
        var (code, output) = await FlowFolder.RunAsync("check", file ?? _folder.Path, "--json");
        return (
            code,
            [
                .. JsonElement
                    .Parse(output)
                    .GetProperty(kind)
                    .EnumerateArray()
                    .SelectMany(document => document.GetProperty("diagnostics").EnumerateArray()),
            ]
        );
    }

    private string Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "tenants", "acme", "descriptions"));
        var file = Path.Combine(folder.FullName, name + ".json");
        File.WriteAllText(file, text);
        return file;
    }
}
