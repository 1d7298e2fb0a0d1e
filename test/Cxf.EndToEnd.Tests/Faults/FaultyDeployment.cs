using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Cxf.ApiCalls;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.EndToEnd.Tests.Retries;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions;
using Cxf.Functions.Deployment;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.GetFlowResult;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Caching;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.ConnectExport;
using Cxf.Local.Emulators.Ssm;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.EndToEnd.Tests.Faults;

/// <summary>
/// The functions that answer callers with AWS's real clients, and the local services on loopback behind servers that let calls go
/// wrong. Callers come through the contact flow that is exported for the flow. Time is virtual: it passes only while a function
/// waits for a call that a server holds.
/// </summary>
internal sealed class FaultyDeployment : IAsyncDisposable
{
    private const string ExecuteFlowArn = "arn:aws:lambda:us-east-1:111111111111:function:cxf-test-ExecuteFlow:live";
    private const string GetFlowResultArn = "arn:aws:lambda:us-east-1:111111111111:function:cxf-test-GetFlowResult:live";
    private const string MachineArnPrefix = "arn:aws:states:us-east-1:111111111111:stateMachine:";
    private const string Region = "us-east-1";

    // What the functions have of the caller's eight seconds (CallerBudget).
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(6.5);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 1, 15, 8, 0, 0, TimeSpan.Zero));
    private readonly List<IAsyncDisposable> _servers = [];
    private readonly Retries.ThirdParty _thirdParty;
    private readonly TestFlow _flow;
    private ContactFlow _contactFlow = null!;
    private StepFunctionsService _stepFunctions = null!;
    private ServiceProvider _services = null!;
    private int _contacts;

    private FaultyDeployment(TestFlow flow)
    {
        _flow = flow;
        Plan = new FaultPlan(_clock);
        _thirdParty = new Retries.ThirdParty(_clock) { Duration = TimeSpan.Zero };
    }

    public FaultPlan Plan { get; }

    /// <summary>Everything on loopback, with one flow that is live.</summary>
    public static async Task<FaultyDeployment> StartAsync(TestFlow flow)
    {
        var deployment = new FaultyDeployment(flow);
        await deployment.StartAsync();
        return deployment;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        foreach (var server in Enumerable.Reverse(_servers))
        {
            await server.DisposeAsync();
        }

        _stepFunctions.Dispose();
    }

    /// <summary>
    /// One call through the contact flow, and the question for the run's answer that somebody asks afterwards, undisturbed.
    /// </summary>
    public async Task<FaultyCall> CallAsync(params (string Call, Fault Fault)[] faults)
    {
        var contact = $"c-{++_contacts}";
        var before = (_thirdParty.Effects, _thirdParty.Reads);
        var call = new FaultyCall(faults);
        Plan.Start(faults);
        var calling = ContactFlowSimulator.CallAsync(
            _contactFlow,
            new CallOptions
            {
                Contact = new SimulatedContact { ContactId = contact, InstanceArn = VirtualDeployment.Instance },
                Caller = new CallerScript("5").AnswerAsync,
                TimeProvider = _clock,
                LongestWait = TimeSpan.Zero,
                Invoke = async (functionArn, received, _, _) =>
                {
                    var begun = Executions(contact);
                    var answer = await InvokeAsync(functionArn == ExecuteFlowArn, received.ToArray());
                    call.Answers.Add(new FaultyAnswer(functionArn == ExecuteFlowArn, answer, begun, Executions(contact)));
                    return new FunctionAnswer(Encoding.UTF8.GetBytes(answer.GetRawText()));
                },
            }
        );
        call.Heard = [.. (await calling).Heard];
        call.Calls = [.. Plan.Calls];
        (call.Effects, call.Reads) = (_thirdParty.Effects - before.Effects, _thirdParty.Reads - before.Reads);
        call.Expected = $"Noted as L-{_thirdParty.Effects}.";
        var runId = call.Answers.Select(one => one.Answer.Text("runId")!).FirstOrDefault(id => id != "NONE") ?? "none";
        Plan.Start();
        call.Later = await InvokeAsync(
            false,
            Encoding.UTF8.GetBytes(VirtualDeployment.Received($""" "runId":"{runId}" """, contact))
        );
        return call;
    }

    /// <summary>Asks ExecuteFlow once, without a contact flow.</summary>
    public Task<JsonElement> ExecuteAsync() =>
        InvokeAsync(true, Encoding.UTF8.GetBytes(VirtualDeployment.Received(""" "userInput":"5" """, $"c-{++_contacts}")));

    private int Executions(string contact) =>
        _stepFunctions
            .ViewAll()
            .Count(run => run.Name.StartsWith(contact + "-", StringComparison.Ordinal) && run.Error != "RunClaimed");

    private async Task<JsonElement> InvokeAsync(bool executes, byte[] received)
    {
        var started = _clock.GetUtcNow();
        var context = new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(9) };
        var answering = Task.Run(() =>
            executes
                ? _services.GetRequiredService<ExecuteFlowFunction>().ExecuteFlow(FunctionEvent.Read(received), context)
                : _services.GetRequiredService<GetFlowResultFunction>().GetFlowResult(FunctionEvent.Read(received), context)
        );
        while (!answering.IsCompleted)
        {
            var changed = Plan.Changed;
            if (Plan.Held > 0 && _clock.GetUtcNow() - started < Budget)
            {
                _clock.Advance(Tick);
            }
            else
            {
                await Task.WhenAny(answering, changed);
            }
        }

        // What the function gave up is let go before anything else begins.
        while (Plan.Held > 0)
        {
            var changed = Plan.Changed;
            await (Plan.Held > 0 ? changed : Task.CompletedTask);
        }

        await SettledAsync();
        return (await answering).ToJson();
    }

    // Executions take no virtual time, and the clock must not run ahead of them.
    private Task SettledAsync() => _stepFunctions.WhenIdle();

    private async Task StartAsync()
    {
        var tables = await TablesEndpoint.StartAsync(0, CancellationToken.None);
        _servers.Add(tables);
        _stepFunctions = new StepFunctionsService(
            new StepFunctionsOptions
            {
                TimeProvider = _clock,
                Lambda = _thirdParty,
                DynamoDb = new TablesInProcess(tables.Tables),
                KeepHistory = false,
            }
        );
        var stepFunctions = await StepFunctionsEndpoint.StartAsync(_stepFunctions);
        _servers.Add(stepFunctions);
        var faultyTables = await FaultyEndpoint.StartAsync(
            tables.Address,
            Plan,
            "ProvisionedThroughputExceededException",
            () => Task.CompletedTask
        );
        _servers.Add(faultyTables);
        var faultyStepFunctions = await FaultyEndpoint.StartAsync(stepFunctions.Uri, Plan, "ThrottlingException", SettledAsync);
        _servers.Add(faultyStepFunctions);
        _services = Compose(faultyTables.Address, faultyStepFunctions.Address);
        using var client = new AmazonDynamoDBClient(Credentials, DynamoDb(tables.Address.ToString()));
        await PublishAsync(new DynamoDbConfigurationStore(client, "config"));
        var flow = FlowReader.Read(JsonSource.Parse(_flow.Document)).Flow!;
        _contactFlow = ContactFlowReader
            .Read(
                ConnectExporter.ContactFlow(
                    ExportRequest.For(VirtualDeployment.Acme, flow, "5", ExecuteFlowArn, GetFlowResultArn)
                )
            )
            .Flow!;
    }

    private async Task PublishAsync(DynamoDbConfigurationStore store)
    {
        var compiled = _flow.Compile(1);
        var flow = FlowId.Parse(VirtualDeployment.Flow);
        var name = StateMachineName.For(StageName.Parse("test"), VirtualDeployment.Acme, flow);
        var version = _stepFunctions.CreateStateMachine(
            new(
                name,
                compiled.Definition,
                "arn:aws:iam::111111111111:role/r",
                Enum.Parse<StatesLanguage.Model.StateMachineType>(compiled.Type.ToString()),
                Publish: true
            )
        );
        _stepFunctions.CreateStateMachineAlias(new("live", [new(version.StateMachineVersionArn!, 100)]));
        await store.AddTenantAsync(VirtualDeployment.Acme, CancellationToken.None);
        await store.BindAsync(VirtualDeployment.Instance, VirtualDeployment.Acme, CancellationToken.None);
        var live = new LiveFlow(
            flow,
            1,
            "hash",
            $"{MachineArnPrefix}{name}:live",
            compiled.Type,
            new PayloadContract(_flow.Contract),
            []
        )
        {
            ClaimsRuns = compiled.ClaimsRuns,
            TimeoutSeconds = compiled.TimeoutSeconds,
        };
        Assert.True(await store.TryPutLiveAsync(VirtualDeployment.Acme, live, null, CancellationToken.None));
    }

    private ServiceProvider Compose(string tables, string stepFunctions)
    {
        // As in a function, only elsewhere.
        var config = StepFunctionsSettings.Read(name => name == "AWS_ENDPOINT_URL_SFN" ? stepFunctions : null);
        (config.ServiceURL, config.AuthenticationRegion) = (stepFunctions, Region);
        return new ServiceCollection()
            .AddFunctions(
                new DeploymentSettings
                {
                    Stage = StageName.Parse("test"),
                    ConfigTable = "config",
                    RunsTable = "runs",
                    StateMachineArnPrefix = MachineArnPrefix,
                    CacheAges = CacheAges.None,
                }
            )
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(Credentials, DynamoDb(tables)))
            .AddSingleton<IAmazonStepFunctions>(new AmazonStepFunctionsClient(Credentials, config))
            .AddSingleton<IConfigurationStore>(provider => new DynamoDbConfigurationStore(
                provider.GetRequiredService<IAmazonDynamoDB>(),
                "config"
            ))
            .AddSingleton(
                new ApiCallerOptions { Stage = StageName.Parse("test"), Secrets = new LocalParameters(TimeProvider.System) }
            )
            .BuildServiceProvider();
    }

    // One attempt for each call and no time limit but the function's own: what the client's own patience would mend goes wrong
    // here.
    private static AmazonDynamoDBConfig DynamoDb(string address)
    {
        var config = DynamoDbSettings.Read(_ => null);
        (config.ServiceURL, config.AuthenticationRegion) = (address, Region);
        (config.MaxErrorRetry, config.Timeout) = (0, Timeout.InfiniteTimeSpan);
        return config;
    }
}
