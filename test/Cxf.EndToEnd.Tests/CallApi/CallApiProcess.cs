using System.Text;
using System.Text.Json;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// CallApi's real executable behind the Runtime API, as template.yaml deploys it, with connections of the test's own.
/// </summary>
internal sealed class CallApiProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-callapi-");
    private ProcessDeployment? _deployment;

    private CallApiProcess() { }

    public static async Task<CallApiProcess> StartAsync(
        IReadOnlyDictionary<string, string> connections,
        IReadOnlyDictionary<string, string>? environment = null,
        Uri? tables = null
    )
    {
        var process = new CallApiProcess();
        await process.WriteAsync("instances.json", "{}");
        await process.WriteAsync("tenants/acme/flows/none.json", "{}");
        foreach (var (id, document) in connections)
        {
            await process.WriteAsync($"tenants/acme/connections/{id}.json", document);
        }

        process._deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = DeployedProcesses.TemplateFile,
                ConfigurationFolder = process._folder.FullName,
                Tables = tables,
                Functions = new FunctionOptions
                {
                    Executable = DeployedProcesses.Executable,
                    Environment = environment ?? new Dictionary<string, string>(),
                },
            },
            TestContext.Current.CancellationToken
        );
        return process;
    }

    public async Task<(bool IsError, JsonElement Payload)> CallAsync(string received)
    {
        var lambda = _deployment!.Lambda;
        var result = await lambda.InvokeAsync(
            lambda.Find("CallApi")!,
            Encoding.UTF8.GetBytes(received),
            TestContext.Current.CancellationToken
        );
        return (result.IsError, JsonElement.Parse(result.Payload.Span));
    }

    public async ValueTask DisposeAsync()
    {
        await (_deployment?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Delete(recursive: true);
    }

    private async Task WriteAsync(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }
}
