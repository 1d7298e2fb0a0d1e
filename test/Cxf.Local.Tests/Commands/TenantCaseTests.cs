using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary>Folders that were checked wrongly once, kept outside of the project.</summary>
public sealed class TenantCaseTests
{
    [Theory]
    [InlineData(
        "f1-optional-field",
        0,
        "t/flows/slots.json:8:29: warning CXF2114 The expression may have no value: $payload.service"
    )]
    [InlineData("f2-paging-select", 0, "t/flows/orders.json:8:17: warning CXF2116")]
    [InlineData("f3-loop-idempotency", 0, "t/connections/crm.json:1:14: warning CXF3011 The URL uses plain HTTP")]
    [InlineData("f5-path-query", 1, "t/flows/q.json:5:86: error CXF2210 The path contains a query: everything from ? on.")]
    [InlineData("f5-path-query", 1, "t/flows/q.json:6:50: error CXF2104 {{ $get.body }} is taken literally")]
    [InlineData("loops", 0, "acme/flows/child.json:2:105: warning CXF2114 The expression may have no value: $payload.n")]
    [InlineData("loops", 0, "borealis/flows/echo.json:2:11: warning CXF2304")]
    public async Task A_tenant_is_checked(string folder, int code, string finding)
    {
        var (exitCode, output) = await FlowFolder.RunAsync("check", FolderOf(folder));
        Assert.Contains(finding, output);
        Assert.Equal(code, exitCode);
    }

    [Theory]
    [InlineData("f3-loop-idempotency")]
    [InlineData("loops")]
    public async Task A_tenant_without_mistakes_is_published(string folder)
    {
        var deployment = Directory.CreateTempSubdirectory("cxf-case-");
        try
        {
            var (code, output) = await FlowFolder.RunAsync("publish", FolderOf(folder), "--folder", deployment.FullName);
            Assert.True(code == 0, output);
            Assert.DoesNotContain("error", output);
        }
        finally
        {
            deployment.Delete(recursive: true);
        }
    }

    // A folder with a mistake is reported alike by every command that reads it.
    [Theory]
    [InlineData("publish")]
    [InlineData("test")]
    [InlineData("call", "--flow", "t/q", "--config")]
    public async Task A_mistake_is_reported_alike_by_other_commands(params string[] command)
    {
        var folder = FolderOf("f5-path-query");
        var (code, output) = await FlowFolder.RunAsync([.. command, folder]);
        Assert.NotEqual(0, code);
        Assert.Contains("q.json:5:86: error CXF2210", output);
        Assert.Contains("q.json:6:50: error CXF2104", output);
    }

    private static string FolderOf(string name) => CaseFiles.Folder("tenants", name);
}
