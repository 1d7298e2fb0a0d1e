using System.Text;
using Cxf.Local.Lambda;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// What ExecuteFlow needs to start a flow: tables and Step Functions on loopback, warmed by publishing the sample flows, and its
/// environment from template.yaml.
/// </summary>
internal sealed class ExecuteFlowServers : IAsyncDisposable
{
    private readonly ProcessDeployment _deployment;
    private int _events;

    private ExecuteFlowServers(ProcessDeployment deployment, Dictionary<string, string> environment) =>
        (_deployment, Environment) = (deployment, environment);

    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<ExecuteFlowServers> StartAsync()
    {
        var deployment = await ProcessDeployment.StartAsync(new ProcessDeploymentOptions { Template = Template() }, CancellationToken.None);
        await deployment.PublishAsync(CancellationToken.None);
        var environment = FunctionEnvironment.Of(
            deployment.Lambda.Find("ExecuteFlow")!,
            new FunctionOptions
            {
                Environment = new Dictionary<string, string>
                {
                    ["AWS_ENDPOINT_URL_DYNAMODB"] = deployment.TablesAddress.ToString(),
                    ["AWS_ENDPOINT_URL_SFN"] = deployment.StepFunctionsAddress.ToString(),
                },
            },
            runtimeApi: "");
        environment.Remove("AWS_LAMBDA_RUNTIME_API");
        var servers = new ExecuteFlowServers(deployment, environment);

        // The server's own code is compiled by the first requests; they are nobody's cold start.
        for (var warming = 0; warming < 20; warming++)
        {
            await deployment.Lambda.InvokeAsync(deployment.Lambda.Find("ExecuteFlow")!, Encoding.UTF8.GetBytes(servers.NextEvent()), CancellationToken.None);
        }

        return servers;
    }

    /// <summary>A direct request for a flow that nobody waits for; each asks for a run of its own.</summary>
    public string NextEvent() =>
        $$"""{"tenantId":"acme","flowId":"request_callback","payload":{"recordType":"callback","hours":"4"},"requestKey":"cold-start-{{_events++}}"}""";

    public ValueTask DisposeAsync() => _deployment.DisposeAsync();

    private static string Template()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "template.yaml")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from its build folder inside the checkout.");
        }

        return Path.Combine(folder.FullName, "template.yaml");
    }
}
