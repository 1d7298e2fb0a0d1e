using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Reading;
using Cxf.Functions;
using Cxf.Functions.CallApi;
using Cxf.Functions.Deployment;
using Cxf.Functions.Observability;
using Cxf.Functions.Stores;
using Cxf.Local.Deployment;
using Cxf.Local.Stores;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// CallApi as it is deployed, with its log and its metrics, and flows compiled for it that the embedded Step Functions runs.
/// </summary>
internal sealed class CallApiDeployment : IAsyncDisposable
{
    public static readonly TenantId Tenant = TenantId.Parse("acme");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-callapi-");
    private readonly MemoryStream _metrics = new();
    private readonly FolderConfigurationStore _store;
    private readonly LocalFunctions _functions = new();
    private readonly ServiceProvider _services;

    public CallApiDeployment(ISecretSource secrets)
    {
        var settings = new DeploymentSettings
        {
            Stage = StageName.Parse("test"),
            ConfigTable = "",
            RunsTable = "",
            StateMachineArnPrefix = "",
        };
        _store = new FolderConfigurationStore(_folder.FullName);
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ILogger>(Log)
            .AddSingleton(new Metrics(settings.Stage, _metrics, TimeProvider.System))
            .AddSingleton<IConfigurationStore>(_store)
            // Nobody listens there: a call through a connection without limits asks no table.
            .AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient(
                new BasicAWSCredentials("test", "test"),
                new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "us-east-1" }
            ))
            .AddSingleton(
                new ApiCallerOptions
                {
                    Stage = settings.Stage,
                    Secrets = secrets,
                    RotatedTokens = secrets as ISecretWriter,
                    Policy = new OutboundPolicy { AllowLoopback = true },
                    Log = new AttemptLog(Log),
                }
            )
            .AddFunctions(settings)
            .BuildServiceProvider();
        _functions.Add(CallApiArn, (received, _) => _services.GetRequiredService<CallApiFunction>().CallApi(received));
    }

    public RecordingLogger Log { get; } = new();

    public string Metrics => Encoding.UTF8.GetString(_metrics.ToArray());

    private static string CallApiArn => LocalDeployment.FunctionArn("CallApi");

    /// <summary>Forgets what was logged and counted.</summary>
    public void Forget()
    {
        Log.Clear();
        _metrics.SetLength(0);
    }

    public ValueTask PutConnectionAsync(string id, string document) =>
        _store.PutConnectionAsync(Tenant, ConnectionId.Parse(id), document, TestContext.Current.CancellationToken);

    /// <summary>
    /// A Step Functions of its own with one machine for each flow, named by the flow; what it remembers goes with it.
    /// </summary>
    public StepFunctionsService StartStepFunctions(params IEnumerable<string> flows)
    {
        var service = new StepFunctionsService(new StepFunctionsOptions { Lambda = _functions });
        foreach (var document in flows)
        {
            var reading = FlowReader.Read(JsonSource.Parse(document));
            Assert.True(reading.Flow is not null, string.Join("\n", reading.Diagnostics));
            var compiled = FlowCompiler.Compile(reading.Flow, new CompilationTarget(Tenant, 1, CallApiArn));
            service.CreateStateMachine(
                new CreateStateMachineRequest(reading.Flow.Id.Value, compiled.Definition, "arn:aws:iam::111111111111:role/test")
            );
        }

        return service;
    }

    /// <summary>Starts an execution and waits for its end.</summary>
    public static async Task<ExecutionView> RunAsync(StepFunctionsService service, string flow, string name, string payload)
    {
        var machine = $"arn:aws:states:us-east-1:111111111111:stateMachine:{flow}";
        var input = $$"""{"contact":{"contactId":"c-1"},"payload":{{payload}}}""";
        var execution = service.StartExecution(new StartExecutionRequest(machine, name, input)).ExecutionArn;
        await service.WhenEnded(execution, TestContext.Current.CancellationToken);
        return service.ViewOf(execution);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }
}
