using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Deployment;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;
using Cxf.Local;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.Local.Stores;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>
/// PublishFlow with everything that it works on: a store, and the embedded Step Functions behind AWS's own client and protocol.
/// </summary>
internal sealed class PublishingScene : IAsyncDisposable
{
    public const string LogGroup = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vendedlogs/states/cxf-test:*";
    private const string MachinePrefix = "arn:aws:states:us-east-1:111122223333:stateMachine:";

    public static readonly TenantId Acme = TenantId.Parse("acme");
    public static readonly FlowId Flow = FlowId.Parse("greet");

    private readonly StepFunctionsEndpoint _endpoint;
    private readonly TablesEndpoint _tables;
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo? _folder;

    private PublishingScene(
        StepFunctionsService service,
        StepFunctionsEndpoint endpoint,
        TablesEndpoint tables,
        IConfigurationStore store,
        DirectoryInfo? folder,
        TimeProvider time,
        bool logsExecutionData
    )
    {
        (StepFunctions, _endpoint, _tables, Store, _folder) = (service, endpoint, tables, store, folder);
        var settings = new DeploymentSettings
        {
            Stage = StageName.Parse("test"),
            ConfigTable = "config",
            RunsTable = "runs",
            StateMachineArnPrefix = MachinePrefix,
            StateMachineRoleArn = "arn:aws:iam::111122223333:role/machines",
            StateMachineLogGroupArn = LogGroup,
            LogsExecutionData = logsExecutionData,
            CallApiArn = "arn:aws:lambda:us-east-1:111122223333:function:cxf-test-CallApi:live",
        };
        _services = new ServiceCollection()
            .AddFunctions(settings)
            .AddSingleton(time)
            .AddSingleton<IAmazonDynamoDB>(_ => LocalClients.DynamoDb(tables.Address))
            .AddSingleton<IAmazonSimpleSystemsManagement>(_ => LocalClients.ParameterStore(tables.Address))
            .AddSingleton(FaultyProxy<IConfigurationStore>.Around(store, Faults))
            .AddSingleton(FaultyProxy<IAmazonStepFunctions>.Around(Client(endpoint.Uri), Faults))
            .BuildServiceProvider();
    }

    public Faults Faults { get; } = new();

    public StepFunctionsService StepFunctions { get; }

    public IConfigurationStore Store { get; }

    public PublishFlowFunction Function => _services.GetRequiredService<PublishFlowFunction>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PublishingScene> StartAsync(
        IConfigurationStore? store = null,
        ILambdaInvoker? lambda = null,
        TimeProvider? time = null,
        bool logsExecutionData = false
    )
    {
        var options = new StepFunctionsOptions { Region = LocalAccount.Region, AccountId = LocalAccount.Id };
        var service = new StepFunctionsService(lambda is null ? options : options with { Lambda = lambda });
        var endpoint = await StepFunctionsEndpoint.StartAsync(service, cancellationToken: Cancel);
        var folder = store is null ? Directory.CreateTempSubdirectory("cxf-publishing-") : null;
        var tables = await TablesEndpoint.StartAsync(0, Cancel);
        return new PublishingScene(
            service,
            endpoint,
            tables,
            store ?? new FolderConfigurationStore(folder!.FullName),
            folder,
            time ?? TimeProvider.System,
            logsExecutionData
        );
    }

    /// <summary>A flow that says a word; the caller waits for it unless said otherwise.</summary>
    public static string Document(string word, string caller = "waits", string input = "{}", FlowId? flow = null) =>
        $$"""
            {
              "flowId": "{{flow ?? Flow}}",
              "caller": "{{caller}}",
              "input": { "type": "object", "properties": {{input}} },
              "start": "respond_1",
              "steps": { "respond_1": { "kind": "respond", "message": "{{word}}" } }
            }
            """;

    public async Task SaveAsync(string document, TenantId? tenant = null, FlowId? flow = null)
    {
        var before = await Store.FindDraftAsync(tenant ?? Acme, flow ?? Flow, Cancel);
        Assert.NotNull(await Store.TryPutDraftAsync(tenant ?? Acme, flow ?? Flow, document, before?.Revision, Cancel));
    }

    public Task<PublishAnswer> AskAsync(
        PublishAction action,
        int? version = null,
        int? weight = null,
        TenantId? tenant = null,
        FlowId? flow = null
    ) => AskAsync(new PublishRequest(action, tenant ?? Acme, flow ?? Flow) { Version = version, Weight = weight });

    public Task<PublishAnswer> AskAsync(PublishRequest request) =>
        _services.GetRequiredService<PublishRequests>().CarryOutAsync(request, Cancel);

    /// <summary>Saves and publishes, expecting that it works.</summary>
    public async Task PublishAsync(string document)
    {
        await SaveAsync(document);
        Assert.Equal(PublishStatus.Published, (await AskAsync(PublishAction.Publish)).Status);
    }

    public static string MachineArn(TenantId tenant, FlowId flow) =>
        MachinePrefix + StateMachineName.For(StageName.Parse("test"), tenant, flow);

    /// <summary>What a caller hears now.</summary>
    public async Task<string> CallAsync(TenantId? tenant = null, FlowId? flow = null)
    {
        var live = await Store.FindLiveAsync(tenant ?? Acme, flow ?? Flow, Cancel);
        Assert.NotNull(live);
        var run = await StepFunctions.StartSyncExecution(
            new StartExecutionRequest(live.AliasArn, Input: """{"contact":{},"payload":{}}"""),
            Cancel
        );
        Assert.Equal("SUCCEEDED", run.Status);
        return JsonElement.Parse(run.Output!).GetProperty("message").GetString()!;
    }

    /// <summary>Everything that the store and Step Functions hold of the flow and its tenant, as text.</summary>
    public async Task<string> DescribeAsync(TenantId? tenant = null, FlowId? flow = null)
    {
        var (owner, id) = (tenant ?? Acme, flow ?? Flow);
        var text = new StringBuilder();
        text.AppendLine($"tenant {string.Join(", ", (await Store.FindTenantAsync(owner, Cancel))?.Instances ?? ["none"])}");
        text.AppendLine($"connections {string.Join(", ", (await Store.ListConnectionsAsync(owner, Cancel)).Keys)}");
        var flows = (await Store.ListFlowsAsync(owner, Cancel)).OrderBy(one => one.Value, StringComparer.Ordinal);
        text.AppendLine($"flows {string.Join(", ", flows)}");
        text.AppendLine($"draft {(await Store.FindDraftAsync(owner, id, Cancel))?.Revision}");
        foreach (var entry in await Store.ListVersionsAsync(owner, id, Cancel))
        {
            text.AppendLine($"record {entry.Version} {entry.ContentHash} {entry.MachineVersionArn}");
        }

        if (await Store.FindLiveAsync(owner, id, Cancel) is { } live)
        {
            text.AppendLine($"live {live.Version} {live.ContentHash} {string.Join(", ", live.Routes)}");
        }

        foreach (var version in MachineVersions(owner, id))
        {
            text.AppendLine(
                $"machine version {version} {StepFunctions.DescribeStateMachine(new StateMachineRequest(version)).Description}"
            );
        }

        text.AppendLine(string.Join(", ", Routes(owner, id).Select(route => $"alias {route.Key} {route.Value}")));
        return text.ToString();
    }

    public IReadOnlyList<string> MachineVersions(TenantId? tenant = null, FlowId? flow = null)
    {
        try
        {
            var request = new ListRequest(MachineArn(tenant ?? Acme, flow ?? Flow), MaxResults: 1000);
            return
            [
                .. StepFunctions
                    .ListStateMachineVersions(request)
                    .StateMachineVersions.Select(version => version.StateMachineVersionArn),
            ];
        }
        catch (StepFunctionsException)
        {
            return [];
        }
    }

    public IReadOnlyDictionary<string, int> Routes(TenantId? tenant = null, FlowId? flow = null)
    {
        try
        {
            var alias = StepFunctions.DescribeStateMachineAlias(
                new AliasRequest(MachineArn(tenant ?? Acme, flow ?? Flow) + ":live")
            );
            return alias.RoutingConfiguration.ToDictionary(route => route.StateMachineVersionArn!, route => route.Weight);
        }
        catch (StepFunctionsException)
        {
            return new Dictionary<string, int>();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _endpoint.DisposeAsync();
        await _tables.DisposeAsync();
        StepFunctions.Dispose();
        _folder?.Delete(recursive: true);
    }

    private static AmazonStepFunctionsClient Client(Uri address) =>
        new(
            new BasicAWSCredentials("test", "test"),
            new AmazonStepFunctionsConfig
            {
                ServiceURL = address.ToString(),
                AuthenticationRegion = LocalAccount.Region,
                DisableHostPrefixInjection = true,
                MaxErrorRetry = 0,
            }
        );
}
