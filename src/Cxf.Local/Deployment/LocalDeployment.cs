using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outbound;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;
using Cxf.Functions;
using Cxf.Functions.CallApi;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.GetFlowResult;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Runs;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.Local.SampleCrm;
using Cxf.Local.Stores;
using Cxf.Local.Stubs;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Cxf.Local.Deployment;

/// <summary>
/// The deployment of template.yaml on this machine: the functions in this process, Step Functions on loopback with AWS's own
/// protocol, the configuration in a folder of files, and a sample CRM. Only the environment differs from AWS.
/// </summary>
internal sealed class LocalDeployment : IAsyncDisposable
{
    /// <summary>The stage of every local deployment.</summary>
    public const string Stage = "local";

    private const string UnboundInstance = "arn:aws:connect:us-east-1:111122223333:instance/00000000-0000-4000-8000-000000000000";

    private readonly TablesEndpoint _tables;
    private readonly DynamoDbEndpointTasks _tableTasks;
    private readonly StepFunctionsEndpoint _endpoint;
    private readonly WorkingFolder _folder;
    private readonly FolderConfigurationStore _store;
    private readonly ServiceProvider _services;

    private LocalDeployment(
        TablesEndpoint tables,
        DynamoDbEndpointTasks tableTasks,
        StepFunctionsService stepFunctions,
        StepFunctionsEndpoint endpoint,
        SampleCrmServer? crm,
        StubServer? stub,
        WorkingFolder folder,
        FolderConfigurationStore store,
        ServiceProvider services,
        LocalFunctions functions
    )
    {
        _tables = tables;
        _tableTasks = tableTasks;
        StepFunctions = stepFunctions;
        _endpoint = endpoint;
        Crm = crm;
        Stub = stub;
        _folder = folder;
        _store = store;
        _services = services;
        Functions = functions;
    }

    /// <summary>The ARN of ExecuteFlow's alias, which contact flows invoke.</summary>
    public static string ExecuteFlowArn { get; } = FunctionArn("ExecuteFlow");

    /// <summary>The embedded Step Functions.</summary>
    public StepFunctionsService StepFunctions { get; }

    /// <summary>Where Step Functions listens.</summary>
    public Uri StepFunctionsAddress => _endpoint.Uri;

    /// <summary>The sample CRM; null when another one is called.</summary>
    public SampleCrmServer? Crm { get; }

    /// <summary>The stub of the third parties; null when they are called themselves.</summary>
    public StubServer? Stub { get; }

    /// <summary>The functions by their ARNs.</summary>
    public LocalFunctions Functions { get; }

    /// <summary>Waits until no flow is running, nor one that it has started meanwhile.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => StepFunctions.WhenIdle(cancellationToken);

    /// <summary>Starts everything; no flow is published yet.</summary>
    public static async Task<LocalDeployment> StartAsync(LocalDeploymentOptions options, CancellationToken cancellationToken)
    {
        var stub = options.Stub is null ? null : await StubServer.StartAsync(options.Stub, cancellationToken);
        var crm =
            options.Crm is null && stub is null
                ? await SampleCrmServer.StartAsync(new SampleCrmOptions { Trouble = options.CrmTrouble }, cancellationToken)
                : null;
        var crmUrl = (options.Crm ?? crm?.Address ?? stub!.Address).ToString().TrimEnd('/');
        var values = new Dictionary<string, string>(options.Values);
        values.TryAdd(Placeholders.Crm, crmUrl);
        var folder = WorkingFolder.CopyOf(options.ConfigurationFolder, values, stub?.Address);
        var functions = new LocalFunctions();
        var tables = await TablesEndpoint.StartAsync(0, cancellationToken);
        if ((options.Stub is null ? options.Secrets : StubSecrets.For(options.Stub.Apis)) is { } secrets)
        {
            tables.Parameters.Add(StageName.Parse(Stage), secrets);
        }

        var tableTasks = new DynamoDbEndpointTasks(tables.Address);
        var stepFunctions = new StepFunctionsService(
            new StepFunctionsOptions
            {
                Lambda = functions,
                DynamoDb = tableTasks,
                Region = LocalAccount.Region,
                AccountId = LocalAccount.Id,
                TimeProvider = options.TimeProvider,
            }
        );
        var endpoint = await StepFunctionsEndpoint.StartAsync(stepFunctions, cancellationToken: cancellationToken);
        var store = new FolderConfigurationStore(folder.Path);
        var services = Compose(store, tables, endpoint.Uri, options);
        functions.Add(FunctionArn("ExecuteFlow"), services.GetRequiredService<ExecuteFlowFunction>().ExecuteFlow);
        functions.Add(FunctionArn("GetFlowResult"), services.GetRequiredService<GetFlowResultFunction>().GetFlowResult);
        functions.Add(FunctionArn("CallApi"), (received, _) => services.GetRequiredService<CallApiFunction>().CallApi(received));
        functions.Add(
            FunctionArn("PublishFlow"),
            (received, _) => services.GetRequiredService<PublishFlowFunction>().PublishFlow(received)
        );
        return new LocalDeployment(tables, tableTasks, stepFunctions, endpoint, crm, stub, folder, store, services, functions);
    }

    /// <summary>The ARN of a function's alias in a local deployment.</summary>
    public static string FunctionArn(string function, string stage = Stage) =>
        $"arn:aws:lambda:{LocalAccount.Region}:{LocalAccount.Id}:function:cxf-{stage}-{function}:live";

    /// <summary>Every flow of the configuration.</summary>
    public IEnumerable<(TenantId Tenant, FlowId Flow)> Drafts() => _store.Drafts();

    /// <summary>The Connect instance of the calls: the first one in the configuration, or else an unknown one.</summary>
    public async ValueTask<string> InstanceArnAsync(CancellationToken cancellationToken) =>
        (await _store.InstancesAsync(cancellationToken)).Keys.FirstOrDefault() ?? UnboundInstance;

    /// <summary>
    /// The same, or some with those that they run, in the waves to publish them in: those first that others run.
    /// </summary>
    public Task<IReadOnlyList<IReadOnlyList<(TenantId Tenant, FlowId Flow)>>> DraftsInWavesAsync(
        IReadOnlyCollection<(TenantId Tenant, FlowId Flow)>? only,
        CancellationToken cancellationToken
    ) => FlowOrder.WavesAsync(_store, only, cancellationToken);

    /// <summary>The names of the payload's fields that some flow declares sensitive.</summary>
    public async Task<IReadOnlyList<string>> SensitiveNamesAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        foreach (var (tenant, flow) in Drafts())
        {
            var draft = await _store.FindDraftAsync(tenant, flow, cancellationToken);
            names.UnionWith(SensitiveNames(draft!.Document));
        }

        return [.. names];
    }

    // Only the contract is read: to check every flow would take most of the time of a call.
    private static IEnumerable<string> SensitiveNames(string document) =>
        JsonSource.Parse(document).Root is { ValueKind: JsonValueKind.Object } flow
        && flow.TryGetProperty("input", out var input)
        && input.ValueKind == JsonValueKind.Object
            ? ContractReader.Parse(input.GetRawText()).SensitiveNames()
            : [];

    /// <summary>The base URL of each connection, by tenant and connection.</summary>
    public async Task<IReadOnlyDictionary<(string Tenant, string Connection), string>> BaseUrlsAsync(
        CancellationToken cancellationToken
    )
    {
        var urls = new Dictionary<(string, string), string>();
        foreach (var tenant in _store.Tenants())
        {
            foreach (var (id, document) in await _store.ListConnectionsAsync(tenant, cancellationToken))
            {
                if (ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(document)).Value is { } connection)
                {
                    urls[(tenant.Value, id.Value)] = connection.BaseUrl.ToString();
                }
            }
        }

        return urls;
    }

    /// <summary>Saves a change to a flow's draft, as its author would in the designer.</summary>
    public async Task ChangeDraftAsync(
        TenantId tenant,
        FlowId flow,
        Func<string, string> change,
        CancellationToken cancellationToken
    )
    {
        var draft =
            await _store.FindDraftAsync(tenant, flow, cancellationToken)
            ?? throw new ArgumentException($"There is no flow {tenant}/{flow}.", nameof(flow));
        await _store.TryPutDraftAsync(tenant, flow, change(draft.Document), draft.Revision, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _endpoint.DisposeAsync();
        StepFunctions.Dispose();
        _tableTasks.Dispose();
        await _tables.DisposeAsync();
        if (Crm is not null)
        {
            await Crm.DisposeAsync();
        }

        if (Stub is not null)
        {
            await Stub.DisposeAsync();
        }

        _store.Dispose();
        _folder.Dispose();
    }

    private static ServiceProvider Compose(
        FolderConfigurationStore store,
        TablesEndpoint tables,
        Uri stepFunctions,
        LocalDeploymentOptions options
    )
    {
        var settings = LocalSettings.For(store);
        return new ServiceCollection()
            .AddFunctions(settings)
            .AddSingleton(options.TimeProvider)
            .AddSingleton<IConfigurationStore>(store)
            .AddSingleton<IAmazonDynamoDB>(_ => LocalClients.DynamoDb(tables.Address))
            .AddSingleton<IAmazonSimpleSystemsManagement>(_ => LocalClients.ParameterStore(tables.Address))
            .AddSingleton<IAmazonStepFunctions>(_ => LocalClients.StepFunctions(options.StepFunctions ?? stepFunctions))
            .AddSingleton(provider => new ApiCallerOptions
            {
                Stage = settings.Stage,
                Secrets = tables.Parameters,
                RotatedTokens = tables.Parameters,
                Answers = provider.GetRequiredService<AnswerStore>(),

                // The first call must be stored, however slow the machine is.
                AnswersLimit = TimeSpan.FromSeconds(30),
                Policy = new OutboundPolicy
                {
                    AllowLoopback = true,
                    LocalServices = [tables.Address.Authority, stepFunctions.Authority],
                },
            })
            .BuildServiceProvider();
    }
}
