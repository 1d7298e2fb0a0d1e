using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Emulators.Tables;
using Cxf.Testing;

[assembly: AssemblyFixture(typeof(DeployedProcesses))]

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>
/// The template's functions as processes behind the Runtime API, a DynamoDB server process, the embedded Step Functions and the
/// sample CRM, all on the wire. The executable is the one that CXF_BOOTSTRAP names (.ci/run compiles it ahead of time), else the
/// one built with the tests.
/// </summary>
public sealed class DeployedProcesses : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private DynaliteServer? _dynalite;
    private RecordingProxy? _tables;
    private RecordingProxy? _stepFunctions;
    private RecordingProxy? _parameters;
    private TablesEndpoint? _parameterStore;
    private ProcessDeployment? _deployment;
    private IReadOnlyList<PublishedFlow> _published = [];
    private readonly ConcurrentQueue<RecordedCall> _machineCalls = new();

    internal ProcessLog Log { get; } = new();

    internal IEnumerable<RecordedCall> Calls =>
        _tables!.Calls.Concat(_stepFunctions!.Calls).Concat(_parameters!.Calls).Concat(_machineCalls);

    internal IReadOnlyList<PublishedFlow> Published => _published;

    /// <summary>Where a test writes secrets: dynalite has no Parameter Store, so this machine's own serves.</summary>
    internal Uri ParametersAddress => _parameterStore!.Address;

    /// <summary>The deployment; the first test that asks starts it. Skips (or fails, see Requirement) without Node.</summary>
    internal async Task<ProcessDeployment> GetAsync()
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _deployment ??= await StartAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    internal static FunctionExecutable Executable =>
        Environment.GetEnvironmentVariable("CXF_BOOTSTRAP") is { Length: > 0 } path
            ? new FunctionExecutable(path)
            : FunctionExecutable.Default;

    internal static string TemplateFile => ProjectRoot.Path("template.yaml");

    internal async Task<JsonElement> AskAsync(string function, string received)
    {
        var deployment = await GetAsync();
        var result = await deployment.Lambda.InvokeAsync(
            deployment.Lambda.Find(function)!,
            Encoding.UTF8.GetBytes(received),
            TestContext.Current.CancellationToken
        );
        return JsonElement.Parse(result.Payload.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await (_deployment?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_tables?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_stepFunctions?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_parameters?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_parameterStore?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_dynalite?.DisposeAsync() ?? ValueTask.CompletedTask);
        _turn.Dispose();
    }

    private async Task<ProcessDeployment> StartAsync()
    {
        _dynalite = await DynaliteServer.StartAsync();
        await CreateTableAsync("cxf-local-config");
        await CreateTableAsync("cxf-local-runs");
        _tables = await RecordingProxy.StartAsync();
        _tables.Target = _dynalite.Address;
        _stepFunctions = await RecordingProxy.StartAsync();
        _parameterStore = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        _parameters = await RecordingProxy.StartAsync();
        _parameters.Target = _parameterStore.Address;
        var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = TemplateFile,
                Tables = _tables.Address,
                TaskFunctions = functions => new RecordingInvoker(functions, _machineCalls),
                Functions = new FunctionOptions
                {
                    Executable = Executable,
                    Log = Log.Add,
                    TimeProvider = PatientClock.OfFunctions,
                    Environment = new Dictionary<string, string>
                    {
                        ["AWS_ENDPOINT_URL_SFN"] = _stepFunctions.Address.ToString(),
                        ["AWS_ENDPOINT_URL_SSM"] = _parameters.Address.ToString(),
                    },
                },
            },
            TestContext.Current.CancellationToken
        );
        _stepFunctions.Target = deployment.StepFunctionsAddress;
        _published = await deployment.PublishAsync(TestContext.Current.CancellationToken);

        // The first run starts processes, which on a slow machine takes longer than the step may take; how it ends is nobody's
        // business.
        await deployment.Lambda.InvokeAsync(
            deployment.Lambda.Find("ExecuteFlow")!,
            Encoding.UTF8.GetBytes(ProcessTests.Event("connect-press-5.json", ProcessTests.NewContact())),
            TestContext.Current.CancellationToken
        );
        return deployment;
    }

    private async Task CreateTableAsync(string name)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = _dynalite!.Address.ToString(), AuthenticationRegion = LocalAccount.Region }
        );
        await client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
                KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            }
        );
        while ((await client.DescribeTableAsync(name)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Yield();
        }
    }
}
