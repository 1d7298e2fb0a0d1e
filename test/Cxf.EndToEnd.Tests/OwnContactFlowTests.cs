using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Reading;
using Cxf.Local.ConnectExport;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary><c>cxf call</c> on a contact flow of the user's own: the one that was exported for another deployment.</summary>
public sealed class OwnContactFlowTests : IDisposable
{
    private const string ExecuteFlowArn = "arn:aws:lambda:eu-central-1:444455556666:function:cxf-prod-ExecuteFlow:live";
    private const string GetFlowResultArn = "arn:aws:lambda:eu-central-1:444455556666:function:cxf-prod-GetFlowResult:live";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-contact-flow-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_is_walked_with_the_functions_that_stand_for_its_own()
    {
        var (code, output) = await CxfProcess.RunAsync(
            "call", "--press", "7", "--contact-flow", await WriteAsync(), "--lambda", $"{ExecuteFlowArn}=ExecuteFlow", "--lambda", $"{GetFlowResultArn}=GetFlowResult");
        Assert.Equal(0, code);
        Assert.Matches("says .*\"Thank you. Your request is noted. Its number is L-[0-9]+.\"", output);
    }

    [Fact]
    public async Task Functions_that_nothing_stands_for_are_named_by_place_all_at_once()
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--press", "7", "--contact-flow", await WriteAsync());
        Assert.Equal(2, code);
        Assert.Contains("(Execute the flow)", output);
        Assert.Contains("(Get the result)", output);
    }

    private async Task<string> WriteAsync()
    {
        var document = await File.ReadAllTextAsync(
            ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows", "create_lead.json"), TestContext.Current.CancellationToken);
        var request = ExportRequest.For(TenantId.Parse("acme"), FlowReader.Read(JsonSource.Parse(document)).Flow!, "7", ExecuteFlowArn, GetFlowResultArn);
        var file = Path.Combine(_folder.FullName, "own.json");
        await File.WriteAllTextAsync(file, ConnectExporter.ContactFlow(request), TestContext.Current.CancellationToken);
        return file;
    }
}
