using System.Text;
using System.Text.Json;
using Cxf.Local.Deployment;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Cxf.Local.Tests.Deployment;

/// <summary>CallApi and its table, as a local deployment puts them together.</summary>
public sealed class LocalFallbackTests : IAsyncLifetime
{
    private const string Fallback = "\"fallback\":{\"maxAgeSeconds\":60},";

    private const string Call =
        """{"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"/fees"},"""
        + Fallback
        + "\"timeoutMs\":5000}";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-fallback-");
    private WebApplication _platform = null!;
    private volatile int _status = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _platform = builder.Build();
        _platform.Run(context =>
        {
            context.Response.StatusCode = _status;
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync("""{"fee":4.9}"""u8.ToArray(), context.RequestAborted).AsTask();
        });
        await _platform.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_answer_of_the_table_serves_while_the_third_party_fails()
    {
        await using var deployment = await DeployAsync("");
        var fresh = await CallAsync(deployment, Call);
        _status = 500;
        var stale = await CallAsync(deployment, Call);
        Assert.Equal((false, true), (fresh.GetProperty("stale").GetBoolean(), stale.GetProperty("stale").GetBoolean()));
        Assert.Equal(fresh.GetProperty("body").GetRawText(), stale.GetProperty("body").GetRawText());
    }

    [Fact]
    public async Task A_circuit_breaker_opens_though_answers_serve_and_they_serve_while_it_is_open()
    {
        await using var deployment = await DeployAsync(
            """, "circuitBreaker": { "failurePercent": 1, "minCalls": 1, "openSeconds": 600 }"""
        );
        await CallAsync(deployment, Call);
        _status = 500;
        Assert.True((await CallAsync(deployment, Call)).GetProperty("stale").GetBoolean());

        // The third party is well again, but the circuit breaker is open.
        _status = 200;
        var refused = await CallAsync(deployment, Call.Replace(Fallback, ""));
        Assert.Contains("circuit breaker", refused.GetProperty("errorMessage").GetString());
        var stale = await CallAsync(deployment, Call);
        Assert.True(stale.GetProperty("stale").GetBoolean());
        Assert.Equal(0, stale.GetProperty("attempts").GetInt32());
    }

    private async Task<LocalDeployment> DeployAsync(string settings)
    {
        var connections = _folder.CreateSubdirectory("tenants/acme/connections");
        var connection = $$"""{ "baseUrl": "{{_platform.Urls.Single()}}"{{settings}} }""";
        await File.WriteAllTextAsync(Path.Combine(connections.FullName, "crm.json"), connection, Cancel);
        return await LocalDeployment.StartAsync(new LocalDeploymentOptions { ConfigurationFolder = _folder.FullName }, Cancel);
    }

    private static async Task<JsonElement> CallAsync(LocalDeployment deployment, string sent)
    {
        var result = await deployment.Functions.InvokeAsync(
            LocalDeployment.FunctionArn("CallApi"),
            Encoding.UTF8.GetBytes(sent),
            Cancel
        );
        return JsonElement.Parse(result.Payload.Span);
    }
}
