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

    private async Task<(int Code, IReadOnlyList<JsonElement> Problems)> CheckAsync()
    {
        _folder.Add("create_lead");
        var (code, output) = await FlowFolder.RunAsync("check", _folder.Path, "--json");
        return (
            code,
            [
                .. JsonElement
                    .Parse(output)
                    .GetProperty("documents")
                    .EnumerateArray()
                    .SelectMany(document => document.GetProperty("diagnostics").EnumerateArray()),
            ]
        );
    }

    private void Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "tenants", "acme", "descriptions"));
        File.WriteAllText(Path.Combine(folder.FullName, name + ".json"), text);
    }
}
