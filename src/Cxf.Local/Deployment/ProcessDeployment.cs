using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Emulators.Logs;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.Local.SampleCrm;
using Cxf.Local.Stores;
using Cxf.Local.Templates;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Local.Deployment;

/// <summary>
/// The deployment of template.yaml on this machine, with each function in its own processes: the real executable behind a Runtime
/// API, which finds tables and Step Functions on loopback through the SDK's setting AWS_ENDPOINT_URL_…. The executable does not
/// know that it runs outside AWS.
/// </summary>
internal sealed class ProcessDeployment : IAsyncDisposable
{
    private const string NoTable = "The template gives no function a configuration table (CXF_CONFIG_TABLE).";

    private WorkingFolder? _folder;
    private FolderConfigurationStore? _files;
    private TablesEndpoint? _tables;
    private DynamoDbEndpointTasks? _tableTasks;
    private StepFunctionsService? _service;
    private StepFunctionsEndpoint? _stepFunctions;
    private SampleCrmServer? _crm;
    private LambdaService? _lambda;
    private TableStream[] _streams = [];
    private string? _table;

    private ProcessDeployment() { }

    /// <summary>The functions.</summary>
    public LambdaService Lambda => _lambda!;

    /// <summary>Where the tables are.</summary>
    public Uri TablesAddress { get; private set; } = null!;

    /// <summary>Where Step Functions listens.</summary>
    public Uri StepFunctionsAddress => _stepFunctions!.Uri;

    /// <summary>The embedded Step Functions.</summary>
    public StepFunctionsService StepFunctions => _service!;

    /// <summary>The sample CRM; null when another one is called.</summary>
    public SampleCrmServer? Crm => _crm;

    /// <summary>Starts everything and writes the configuration folder into the tables; no flow is published yet.</summary>
    /// <exception cref="TemplateException">The template cannot be used.</exception>
    public static async Task<ProcessDeployment> StartAsync(ProcessDeploymentOptions options, CancellationToken cancellationToken)
    {
        var deployment = new ProcessDeployment();
        try
        {
            await deployment.FillAsync(options, cancellationToken);
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Publishes every flow of the configuration through PublishFlow, those first that others run; the answers.
    /// </summary>
    public async Task<IReadOnlyList<PublishedFlow>> PublishAsync(CancellationToken cancellationToken)
    {
        var publish = Lambda.Find("PublishFlow") ?? throw new TemplateException("The template has no function PublishFlow.");
        var published = new List<PublishedFlow>();
        foreach (var (tenant, flow) in await FlowOrder.OfAsync(_files!, cancellationToken))
        {
            published.Add(
                await FlowPublishing.PublishAsync(
                    async (request, token) => (await Lambda.InvokeAsync(publish, request, token)).Payload,
                    tenant,
                    flow,
                    cancellationToken
                )
            );
        }

        return published;
    }

    /// <summary>Saves a document as a flow's draft, over whatever is there; it is neither checked nor published.</summary>
    public async Task PutDraftAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken)
    {
        using var client = LocalClients.DynamoDb(TablesAddress);
        var store = new DynamoDbConfigurationStore(client, _table ?? throw new TemplateException(NoTable));
        var draft = await store.FindDraftAsync(tenant, flow, cancellationToken);
        await store.TryPutDraftAsync(tenant, flow, document, draft?.Revision, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // In the order in which they use each other; a start that failed has not filled in all.
        foreach (var stream in _streams)
        {
            await stream.DisposeAsync();
        }

        await (_lambda?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_stepFunctions?.DisposeAsync() ?? ValueTask.CompletedTask);
        _tableTasks?.Dispose();
        await (_tables?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_crm?.DisposeAsync() ?? ValueTask.CompletedTask);
        _service?.Dispose();
        _files?.Dispose();
        _folder?.Dispose();
    }

    private async Task FillAsync(ProcessDeploymentOptions options, CancellationToken cancellationToken)
    {
        if (options.Crm is null)
        {
            _crm = await SampleCrmServer.StartAsync(new SampleCrmOptions { Trouble = options.CrmTrouble }, cancellationToken);
        }

        var crmUrl = (options.Crm ?? _crm!.Address).ToString().TrimEnd('/');
        var values = new Dictionary<string, string>(options.Values);
        values.TryAdd(Placeholders.Crm, crmUrl);
        _folder = WorkingFolder.CopyOf(options.ConfigurationFolder, values);
        _files = new FolderConfigurationStore(_folder.Path);
        var parameters = Parameters(_files, options);
        if (options.Tables is null)
        {
            _tables = await TablesEndpoint.StartAsync(options.TablesPort, cancellationToken);
            if (options.Secrets is not null)
            {
                _tables.Parameters.Add(StageName.Parse(parameters["Stage"]), options.Secrets);
            }
        }

        TablesAddress = options.Tables ?? _tables!.Address;
        var relay = new LambdaRelay();
        _tableTasks = new DynamoDbEndpointTasks(TablesAddress);
        _service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                Lambda = relay,
                DynamoDb = _tableTasks,
                Region = LocalAccount.Region,
                AccountId = LocalAccount.Id,
                Retention = options.Retention,
            }
        );
        var logs = new FunctionLogs(options.Functions.TimeProvider);
        _stepFunctions = await StepFunctionsEndpoint.StartAsync(_service, options.StepFunctionsPort, logs, cancellationToken);
        var template = ServerlessTemplate.Read(options.Template, parameters);
        var environment = Environment(TablesAddress, _stepFunctions.Uri, options.Lambda, options.Functions.Environment);
        _lambda = new LambdaService(template, options.Functions with { Environment = environment }, logs);
        relay.Lambda = options.TaskFunctions(_lambda);
        _table = template
            .Functions.Select(function => function.Environment.GetValueOrDefault("CXF_CONFIG_TABLE"))
            .OfType<string>()
            .FirstOrDefault();
        await SeedAsync(_files, TablesAddress, _table, cancellationToken);

        // The stream begins at LATEST, as in the template: the start itself publishes what it just wrote.
        _streams = _tables is { Tables: var tables }
            ? [.. template.EventSources.Select(source => Stream(source, tables, options.Functions))]
            : [];
    }

    private TableStream Stream(EventSource source, InMemoryDynamoDb tables, FunctionOptions options)
    {
        var function =
            Lambda.Find(source.Function)
            ?? throw new TemplateException($"The template has no function {source.Function}, which gets a table's stream.");
        return new TableStream(
            source,
            tables,
            (batch, cancellationToken) => Lambda.InvokeAsync(function, batch, cancellationToken),
            options.Log,
            options.TimeProvider
        );
    }

    private static Dictionary<string, string> Parameters(FolderConfigurationStore files, ProcessDeploymentOptions options)
    {
        var parameters = new Dictionary<string, string>
        {
            ["Stage"] = LocalDeployment.Stage,
            ["DirectTenants"] = string.Join(',', files.Drafts().Select(draft => draft.Tenant.Value).Distinct()),
        };
        foreach (var (name, value) in options.Parameters)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    private static Dictionary<string, string> Environment(
        Uri tables,
        Uri stepFunctions,
        Uri? lambda,
        IReadOnlyDictionary<string, string> given
    )
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = tables.ToString(),
            ["AWS_ENDPOINT_URL_SSM"] = tables.ToString(),
            ["AWS_ENDPOINT_URL_SFN"] = stepFunctions.ToString(),
        };
        if (lambda is not null)
        {
            // No function calls it; CallApi learns which addresses are not a third party's.
            environment["AWS_ENDPOINT_URL_LAMBDA"] = lambda.ToString();
        }

        foreach (var (name, value) in given)
        {
            environment[name] = value;
        }

        return environment;
    }

    // Written through the product's own store, so the tables contain the same items as on AWS.
    private static async Task SeedAsync(
        FolderConfigurationStore files,
        Uri tables,
        string? table,
        CancellationToken cancellationToken
    )
    {
        if (table is null)
        {
            return;
        }

        using var client = LocalClients.DynamoDb(tables);
        await new ConfigurationCopy(files, new DynamoDbConfigurationStore(client, table)).WriteAsync(
            overwrite: true,
            cancellationToken
        );
    }
}
