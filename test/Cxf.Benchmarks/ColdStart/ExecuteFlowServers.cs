using System.Text;
using System.Text.Json.Nodes;
using Cxf.Benchmarks.Flows;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// What ExecuteFlow needs to start a flow: tables and Step Functions on loopback, warmed by publishing the sample flows, and its
/// environment from template.yaml.
/// </summary>
internal sealed class ExecuteFlowServers : IAsyncDisposable
{
    /// <summary>What an answer to <see cref="NextEvent"/> contains.</summary>
    public const string Started = "\"status\":\"RUNNING\"";

    private readonly ProcessDeployment _deployment;
    private readonly JsonObject _connectEvent = Sample("ExecuteFlow/connect-caller-continues.json");
    private readonly JsonObject _callEvent = Sample("CallApi/create-lead.json");
    private readonly JsonObject _contact;
    private int _events;

    private ExecuteFlowServers(ProcessDeployment deployment, Dictionary<string, string> environment)
    {
        (_deployment, Environment) = (deployment, environment);
        _contact = _connectEvent["Details"]!["ContactData"]!.AsObject();
    }

    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>CallApi's environment.</summary>
    public IReadOnlyDictionary<string, string> CallApiEnvironment => EnvironmentOf(_deployment, "CallApi");

    public Uri TablesAddress => _deployment.TablesAddress;

    public Uri StepFunctionsAddress => _deployment.StepFunctionsAddress;

    public static async Task<ExecuteFlowServers> StartAsync()
    {
        // Runs are started and end at once: what they would call is not what is measured, and would take the machine from it.
        var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions { Template = Template(), TaskFunctions = _ => new InstantAnswer() },
            CancellationToken.None
        );
        await deployment.PublishAsync(CancellationToken.None);
        var servers = new ExecuteFlowServers(deployment, EnvironmentOf(deployment, "ExecuteFlow"));

        // The server's own code is compiled by the first requests; they are nobody's cold start.
        for (var warming = 0; warming < 20; warming++)
        {
            await deployment.Lambda.InvokeAsync(
                deployment.Lambda.Find("ExecuteFlow")!,
                Encoding.UTF8.GetBytes(servers.NextEvent()),
                CancellationToken.None
            );
        }

        return servers;
    }

    /// <summary>A contact flow's event for a flow that nobody waits for; each is another contact's.</summary>
    public string NextEvent()
    {
        _contact["ContactId"] = $"cold-start-{_events++}";
        return _connectEvent.ToJsonString();
    }

    /// <summary>A step's event that creates a lead; each is another step's.</summary>
    public string NextCall()
    {
        _callEvent["idempotencyKey"] = $"warm-{_events++}/rest_api_1";
        return _callEvent.ToJsonString();
    }

    public ValueTask DisposeAsync() => _deployment.DisposeAsync();

    private static Dictionary<string, string> EnvironmentOf(ProcessDeployment deployment, string function)
    {
        var environment = FunctionEnvironment.Of(
            deployment.Lambda.Find(function)!,
            new FunctionOptions
            {
                Environment = new Dictionary<string, string>
                {
                    ["AWS_ENDPOINT_URL_DYNAMODB"] = deployment.TablesAddress.ToString(),
                    ["AWS_ENDPOINT_URL_SFN"] = deployment.StepFunctionsAddress.ToString(),
                },
            },
            runtimeApi: ""
        );
        environment.Remove("AWS_LAMBDA_RUNTIME_API");
        return environment;
    }

    private static JsonObject Sample(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Template())!, "events", file)))!.AsObject();

    private static string Template()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Cxf.Serverless.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from its build folder inside the checkout.");
        }

        return Path.Combine(folder.FullName, "template.yaml");
    }
}
