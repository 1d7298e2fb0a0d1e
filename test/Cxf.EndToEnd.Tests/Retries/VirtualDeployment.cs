using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Lambda.TestUtilities;
using Amazon.StepFunctions;
using Cxf.ApiCalls;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions;
using Cxf.Functions.Deployment;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.GetFlowResult;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Caching;
using Cxf.Local.Emulators.Ssm;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>
/// The functions that answer callers, put together as on AWS, with state machines, tables and a third party in this process, all
/// on one virtual clock.
/// </summary>
internal sealed class VirtualDeployment : IDisposable
{
    public const string Instance = "arn:aws:connect:us-east-1:111122223333:instance/1";
    public const string Flow = "create_lead";

    private const string MachineArnPrefix = "arn:aws:states:us-east-1:111111111111:stateMachine:";

    private static readonly FlowId LeadFlow = FlowId.Parse(Flow);

    private static readonly string MachineArn =
        MachineArnPrefix + StateMachineName.For(StageName.Parse("test"), TenantId.Parse("acme"), LeadFlow);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly InMemoryDynamoDb _items = InMemoryDynamoDb.WithAnyTable("pk", "sk");
    private readonly ServiceProvider _services;

    public VirtualDeployment(CrashPlan? plan = null, ILogger? logger = null, CacheAges? ages = null)
    {
        // Whatever waits goes on where the clock is moved, so the clock stands still while anything is done.
        SynchronizationContext.SetSynchronizationContext(null);
        Plan = plan ?? new CrashPlan();
        Clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 15, 8, 0, 0, TimeSpan.Zero));
        Store = new RecordingStore(Plan, Clock) { Tenants = { [Instance] = [new(Acme)] } };
        Tables = new CrashingTables(_items, Plan, Clock);
        ThirdParty = new ThirdParty(Clock);
        MachineTables = new TablesInProcess(_items);
        StepFunctions = new StepFunctionsService(
            new StepFunctionsOptions
            {
                TimeProvider = Clock,
                Lambda = ThirdParty,
                DynamoDb = MachineTables,
                KeepHistory = false,
            }
        );
        Client = new CrashingStepFunctions(StepFunctions, Plan, Clock);
        var services = new ServiceCollection().AddFunctions(
            new DeploymentSettings
            {
                Stage = StageName.Parse("test"),
                ConfigTable = "config",
                RunsTable = "runs",
                StateMachineArnPrefix = MachineArnPrefix,
                DirectTenants = new HashSet<TenantId> { Acme },
                CacheAges = ages ?? CacheAges.None,
            }
        );
        if (logger is not null)
        {
            services.AddSingleton(logger);
        }

        _services = services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfigurationReader>(Store)
            .AddSingleton<IAmazonDynamoDB>(Tables)
            .AddSingleton<IAmazonStepFunctions>(Client)
            .AddSingleton(
                new ApiCallerOptions { Stage = StageName.Parse("test"), Secrets = new LocalParameters(TimeProvider.System) }
            )
            .BuildServiceProvider();
    }

    public static TenantId Acme { get; } = TenantId.Parse("acme");

    public CrashPlan Plan { get; }

    public FakeTimeProvider Clock { get; }

    public RecordingStore Store { get; }

    public CrashingTables Tables { get; }

    public ThirdParty ThirdParty { get; }

    /// <summary>The tables as state machines reach them.</summary>
    public TablesInProcess MachineTables { get; }

    public StepFunctionsService StepFunctions { get; }

    public CrashingStepFunctions Client { get; }

    /// <summary>Makes a new version live, as PublishFlow does.</summary>
    public void Publish(TestFlow flow)
    {
        var version = 1 + Store.Versions.Keys.Select(key => key.Item3).DefaultIfEmpty(0).Max();
        var compiled = flow.Compile(version);
        var machineVersionArn = MachineVersion(compiled);
        Store.Versions[(Acme, LeadFlow, version)] = new FlowVersion
        {
            Flow = LeadFlow,
            Version = version,
            Document = flow.Document,
            ContentHash = $"hash-{version}",
            CreatedAt = Clock.GetUtcNow(),
            Type = compiled.Type,
            InputContract = flow.Contract,
            ContactFields = [],
            ClaimsRuns = compiled.ClaimsRuns,
            TimeoutSeconds = compiled.TimeoutSeconds,
            MachineVersionArn = machineVersionArn,
        };
        MakeLive(version);
    }

    /// <summary>Makes a version live that was published before, as a rollback does.</summary>
    public void MakeLive(int version)
    {
        var before = Store.Live.GetValueOrDefault((Acme, LeadFlow));
        var next = Store.Versions[(Acme, LeadFlow, version)];
        if (before is null)
        {
            StepFunctions.CreateStateMachineAlias(new("live", [new(next.MachineVersionArn!, 100)]));
        }
        else
        {
            StepFunctions.UpdateStateMachineAlias(new(before.AliasArn, [new(next.MachineVersionArn!, 100)]));
        }

        Store.Live[(Acme, LeadFlow)] = new LiveFlow(
            LeadFlow,
            version,
            next.ContentHash,
            MachineArn + ":live",
            next.Type,
            new PayloadContract(next.InputContract),
            []
        )
        {
            ClaimsRuns = next.ClaimsRuns,
            TimeoutSeconds = next.TimeoutSeconds,
            ClaimedBefore = before is { ClaimsRuns: true } or { ClaimedBefore: true },
        };
    }

    /// <summary>Asks ExecuteFlow, and moves the clock until it answers.</summary>
    /// <exception cref="CrashException">The function's process ended.</exception>
    public JsonElement Execute(string received, TimeSpan? remaining = null) =>
        Run(
                _services
                    .GetRequiredService<FlowExecutor>()
                    .ExecuteAsync(Event(received), remaining ?? TimeSpan.FromSeconds(9), CancellationToken.None)
            )
            .ToJson();

    /// <summary>Asks GetFlowResult, and moves the clock until it answers.</summary>
    public JsonElement GetResult(string received, TimeSpan? remaining = null) =>
        Run(
                _services
                    .GetRequiredService<FlowResults>()
                    .FindAsync(Event(received), remaining ?? TimeSpan.FromSeconds(9), CancellationToken.None)
            )
            .ToJson();

    /// <summary>Invokes a function as Lambda does: bytes in, bytes out, through the functions' own serializer.</summary>
    public byte[] Invoke(string function, byte[] received)
    {
        var serializer = new FunctionSerializer();
        using var input = new MemoryStream(received);
        var context = new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(9) };
        var read = serializer.Deserialize<FunctionEvent>(input);
        var answer = Run(
            function == FlowResults.Function
                ? _services.GetRequiredService<GetFlowResultFunction>().GetFlowResult(read, context)
                : _services.GetRequiredService<ExecuteFlowFunction>().ExecuteFlow(read, context)
        );
        using var output = new MemoryStream();
        serializer.Serialize(answer, output);
        return output.ToArray();
    }

    /// <summary>Moves the clock until a function answers.</summary>
    public T Run<T>(Task<T> answer)
    {
        for (var ticks = 0; !answer.IsCompleted; ticks++)
        {
            Assert.True(ticks < 100_000, "The function does not answer.");
            Clock.Advance(Tick);
            if (ticks > 10_000)
            {
                // What is due goes on in the thread pool, which a busy machine may let wait.
                Task.WaitAny([answer], 1);
            }
        }

        return answer.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _services.Dispose();
        Client.Dispose();
        StepFunctions.Dispose();
        Tables.Dispose();
    }

    /// <summary>An event of a contact flow.</summary>
    public static string Received(
        string parameters,
        string contactId = "c-1",
        string instanceArn = Instance,
        string tenantId = "acme"
    ) =>
        $$"""
            {"Details":{"ContactData":{"ContactId":"{{contactId}}","InstanceARN":"{{instanceArn}}"},
            "Parameters":{"tenantId":"{{tenantId}}","flowId":"{{Flow}}",{{parameters}}} } }
            """;

    private string MachineVersion(CompiledFlow compiled) =>
        Store.Live.Count == 0
            ? StepFunctions
                .CreateStateMachine(
                    new(
                        MachineArn.Split(':')[^1],
                        compiled.Definition,
                        "arn:aws:iam::111111111111:role/r",
                        Enum.Parse<StatesLanguage.Model.StateMachineType>(compiled.Type.ToString()),
                        Publish: true
                    )
                )
                .StateMachineVersionArn!
            : StepFunctions.UpdateStateMachine(new(MachineArn, compiled.Definition, Publish: true)).StateMachineVersionArn!;

    private static FunctionEvent Event(string text) => FunctionEvent.Read(Encoding.UTF8.GetBytes(text));
}
