using System.Text.Json;
using Cxf.Local.Templates;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>
/// <c>events/local.env.json</c>: what the real <c>sam local invoke</c> gives the functions while <c>cxf start</c> serves. SAM
/// sets only variables that the template declares for the function, and knows no resource's ARN.
/// </summary>
public sealed class SamLocalTests
{
    // Of no use on this machine, or as the template says.
    private static readonly string[] Left = ["ANNOTATIONS_HANDLER", "CXF_ALLOW_PRIVATE_RANGES"];

    // cxf start fills these in from what it serves; the file has its default ports and its samples' tenant.
    private static readonly Dictionary<string, string> Served = new()
    {
        ["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:3002/",
        ["AWS_ENDPOINT_URL_SSM"] = "http://127.0.0.1:3002/",
        ["AWS_ENDPOINT_URL_SFN"] = "http://127.0.0.1:3003/",
        ["CXF_DIRECT_TENANTS"] = "acme",
        ["CXF_LOG_EXECUTION_DATA"] = "true",
    };

    private static readonly ServerlessTemplate Template = ServerlessTemplate.Read(
        ProjectRoot.Path("template.yaml"),
        new Dictionary<string, string> { ["Stage"] = "local" }
    );

    private static readonly Dictionary<string, string> File = JsonElement
        .Parse(System.IO.File.ReadAllBytes(ProjectRoot.Path("events", "local.env.json")))
        .GetProperty("Parameters")
        .EnumerateObject()
        .ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!);

    [Fact]
    public void Every_variable_of_every_function_has_the_value_that_cxf_gives_it() =>
        Assert.All(
            Template.Functions.SelectMany(function => function.Environment).Where(variable => !Left.Contains(variable.Key)),
            variable => Assert.Equal(Served.GetValueOrDefault(variable.Key, variable.Value), File.GetValueOrDefault(variable.Key))
        );

    [Fact]
    public void Every_variable_of_the_file_is_declared_or_SAM_would_not_set_it() =>
        Assert.Empty(File.Keys.Except(Template.Functions.SelectMany(function => function.Environment.Keys)));
}
