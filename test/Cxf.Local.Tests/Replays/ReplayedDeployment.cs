using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.Local.Tests.Commands;
using Cxf.Local.Tests.Runs;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Cxf.Testing;

namespace Cxf.Local.Tests.Replays;

/// <summary>
/// Flows that are published to the services that <c>cxf start</c> serves, and run there: their calls go through the real CallApi
/// to the sample CRM, or get the answer that a test gives.
/// </summary>
internal sealed class ReplayedDeployment : IAsyncDisposable, ILambdaInvoker
{
    private static readonly StageName Stage = StageName.Parse("local");

    private readonly LocalDeployment _crm;
    private readonly TablesEndpoint _tables;
    private readonly DynamoDbEndpointTasks _tableTasks;
    private readonly StepFunctionsService _service;
    private StepFunctionsEndpoint? _endpoint;

    private ReplayedDeployment(LocalDeployment crm, TablesEndpoint tables)
    {
        (_crm, _tables, _tableTasks) = (crm, tables, new DynamoDbEndpointTasks(tables.Address));
        _service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                Lambda = this,
                DynamoDb = _tableTasks,
                Region = LocalAccount.Region,
                AccountId = LocalAccount.Id,
            }
        );
    }

    public static TenantId Tenant { get; } = TenantId.Parse("acme");

    /// <summary>The answer to a call by its path; null to call the sample CRM.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public StepFunctionsService Service => _service;

    public Uri StepFunctions => _endpoint!.Uri;

    public string[] Tables => ["--stage", "local", "--endpoint", $"{_tables.Address}"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ReplayedDeployment> StartAsync()
    {
        var crm = await LocalDeployment.StartAsync(new LocalDeploymentOptions(), Cancel);
        var deployment = new ReplayedDeployment(crm, await TablesEndpoint.StartAsync(0, Cancel));
        deployment._endpoint = await StepFunctionsEndpoint.StartAsync(deployment._service, cancellationToken: Cancel);
        await deployment.InStoreAsync(async store =>
        {
            var connection = await File.ReadAllTextAsync(Sample("connections", "crm"), Cancel);
            await store.PutConnectionAsync(
                Tenant,
                ConnectionId.Parse("crm"),
                connection.Replace("${CrmUrl}", "https://crm.example.com"),
                Cancel
            );
            return true;
        });
        return deployment;
    }

    /// <summary>The document of a sample flow.</summary>
    public static Task<string> SampleFlowAsync(string flow) => File.ReadAllTextAsync(Sample("flows", flow), Cancel);

    /// <summary>Publishes a document as version 1, and saves it as the draft.</summary>
    public Task PublishAsync(string document, bool includesData = true) =>
        InStoreAsync(async store =>
        {
            var flow = FlowId.Parse(JsonElement.Parse(document).GetProperty("flowId").GetString()!);
            await store.TryPutDraftAsync(Tenant, flow, document, null, Cancel);
            var linker = new FlowLinker(store, LocalSettings.For(Stage), TimeProvider.System);
            var linked = await linker.ReadAsync(Tenant, flow, document, Cancel);
            Assert.True(linked.Flow is not null, string.Join('\n', linked.Diagnostics));
            var compiled = linked.Compile(1);
            var machine = await LoggedMachine.CreateAsync(
                _endpoint!.Uri,
                StateMachineName.For(Stage, Tenant, flow),
                compiled.Definition,
                compiled.Type,
                "ALL",
                includesData
            );
            await store.TryAddVersionAsync(
                Tenant,
                new FlowVersion
                {
                    Flow = flow,
                    Version = 1,
                    Document = document,
                    ContentHash = "hash",
                    CreatedAt = DateTimeOffset.UtcNow,
                    Type = compiled.Type,
                    InputContract = linked.Flow.Input.Source.GetRawText(),
                    ContactFields = linked.Flow.ContactFields,
                    TimeoutSeconds = compiled.TimeoutSeconds,
                },
                Cancel
            );
            await store.TryPutMachineVersionAsync(Tenant, flow, 1, machine.VersionArn, Cancel);
            return await store.TryPutLiveAsync(
                Tenant,
                new LiveFlow(
                    flow,
                    1,
                    "hash",
                    $"{machine.Arn}:live",
                    compiled.Type,
                    new PayloadContract(linked.Flow.Input.Source.GetRawText()),
                    linked.Flow.ContactFields
                )
                {
                    ClaimsRuns = compiled.ClaimsRuns,
                    TimeoutSeconds = compiled.TimeoutSeconds,
                },
                null,
                Cancel
            );
        });

    /// <summary>Saves another draft of a flow.</summary>
    public Task ChangeDraftAsync(string flow, Func<string, string> change) =>
        InStoreAsync(async store =>
        {
            var draft = await store.FindDraftAsync(Tenant, FlowId.Parse(flow), Cancel);
            var changed = change(draft!.Document);
            Assert.NotEqual(draft.Document, changed);
            return await store.TryPutDraftAsync(Tenant, draft.Flow, changed, draft.Revision, Cancel);
        });

    /// <summary>The draft of a flow.</summary>
    public Task<string> DraftAsync(string flow) =>
        InStoreAsync(async store => (await store.FindDraftAsync(Tenant, FlowId.Parse(flow), Cancel))!.Document);

    public Task DeleteDraftAsync(string flow) =>
        InStoreAsync(async store =>
        {
            await store.DeleteDraftAsync(Tenant, FlowId.Parse(flow), Cancel);
            return true;
        });

    /// <summary>Starts a run as ExecuteFlow starts it; its ARN and ID.</summary>
    public (string Arn, string RunId) Begin(string flow, string contact, string payload)
    {
        var runId = $"{contact}-{Guid.NewGuid():N}";
        var facts = new ContactFacts(contact, "arn:…", "VOICE", "en-US", "INBOUND", "+12025550142", "+12025550143");
        var input = ExecutionInput.Write(facts, JsonElement.Parse(payload), [ContactField.CustomerNumber]);
        return (_service.StartExecution(new StartExecutionRequest($"{ArnOf(flow)}:live", runId, input)).ExecutionArn, runId);
    }

    /// <summary>The same, and waits for its end.</summary>
    public async Task<(string Arn, string RunId)> RunAsync(string flow, string contact, string payload)
    {
        var run = Begin(flow, contact, payload);
        await _service.WhenEnded(run.Arn, Cancel);
        return run;
    }

    /// <summary>A cxf command on this deployment.</summary>
    public Task<(int Code, string Output)> CxfAsync(params string[] arguments) => CxfAsync(StepFunctions, arguments);

    /// <summary>The same through other services than its own.</summary>
    public Task<(int Code, string Output)> CxfAsync(Uri stepFunctions, params string[] arguments) =>
        RunCxfAsync([.. arguments, .. Tables, "--step-functions", stepFunctions.ToString()]);

    /// <summary>A cxf command.</summary>
    public static async Task<(int Code, string Output)> RunCxfAsync(params string[] arguments)
    {
        var (code, output, error) = await CxfCommandTests.RunAsync(arguments);
        return (code, output + error);
    }

    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var path = JsonElement.Parse(payload.Span).GetProperty("request").GetProperty("path").GetString()!;
        return Answer(path) is { } answer
            ? ValueTask.FromResult(new LambdaResult(System.Text.Encoding.UTF8.GetBytes(answer), false, "1"))
            : _crm.Functions.InvokeAsync(functionArn, payload, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _endpoint!.DisposeAsync();
        _service.Dispose();
        _tableTasks.Dispose();
        await _tables.DisposeAsync();
        await _crm.DisposeAsync();
    }

    private static string Sample(string folder, string name) =>
        ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", folder, name + ".json");

    private static string ArnOf(string flow) =>
        $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:"
        + StateMachineName.For(Stage, Tenant, FlowId.Parse(flow));

    private async Task<T> InStoreAsync<T>(Func<DynamoDbConfigurationStore, Task<T>> act)
    {
        using var client = LocalClients.DynamoDb(_tables.Address);
        return await act(new DynamoDbConfigurationStore(client, "cxf-local-config"));
    }
}
