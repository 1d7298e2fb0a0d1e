using System.Text;
using System.Text.Json;
using Cxf.Local.Deployment;
using Cxf.Local.SampleCrm;

namespace Cxf.Local.Tests.Deployment;

/// <summary>CallApi and its table, as a local deployment puts them together.</summary>
public sealed class LocalFallbackTests : IDisposable
{
    private const string Call = """
        {"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"/leads","query":{"phone":"1"}},
        "fallback":{"maxAgeSeconds":60},"timeoutMs":5000}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-fallback-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_of_the_table_serves_when_the_third_party_is_gone()
    {
        var connections = _folder.CreateSubdirectory("tenants/acme/connections");
        await File.WriteAllTextAsync(Path.Combine(connections.FullName, "crm.json"), """{ "baseUrl": "${CrmUrl}" }""", Cancel);
        var crm = await SampleCrmServer.StartAsync(new SampleCrmOptions(), Cancel);
        var options = new LocalDeploymentOptions { ConfigurationFolder = _folder.FullName, Crm = crm.Address };
        await using var deployment = await LocalDeployment.StartAsync(options, Cancel);
        var fresh = await CallAsync(deployment);
        await crm.DisposeAsync();
        var stale = await CallAsync(deployment);

        Assert.Equal((false, true), (fresh.GetProperty("stale").GetBoolean(), stale.GetProperty("stale").GetBoolean()));
        Assert.Equal(fresh.GetProperty("body").GetRawText(), stale.GetProperty("body").GetRawText());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<JsonElement> CallAsync(LocalDeployment deployment) => InvokeAsync(deployment, "CallApi", Call);

    private static async Task<JsonElement> InvokeAsync(LocalDeployment deployment, string function, string sent)
    {
        var result = await deployment.Functions.InvokeAsync(
            LocalDeployment.FunctionArn(function),
            Encoding.UTF8.GetBytes(sent),
            Cancel
        );
        return JsonElement.Parse(result.Payload.Span);
    }
}
