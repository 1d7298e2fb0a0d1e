using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Local.Examination;
using Cxf.Local.Publishing;
using Cxf.Local.Tests.AwsServices;
using Cxf.Local.Tests.Runs;

namespace Cxf.Local.Tests.Examination;

/// <summary>A stage in good order, with stand-ins for all services of AWS that an examination asks.</summary>
internal sealed class ExaminedStage : IAsyncDisposable
{
    private readonly DeployedRuns _deployed;

    private ExaminedStage(DeployedRuns deployed, OperatorServices services) => (_deployed, Services) = (deployed, services);

    public OperatorServices Services { get; }

    /// <summary>Its tables and Step Functions, as options of a command.</summary>
    public IReadOnlyList<string> Target => _deployed.Target;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ExaminedStage> StartAsync(bool withConnection = false)
    {
        var stage = new ExaminedStage(await DeployedRuns.StartAsync(), await OperatorServices.StartAsync());
        using var client = LocalClients.DynamoDb(stage._deployed.Tables.Address);
        var store = new DynamoDbConfigurationStore(client, "cxf-local-config");
        await store.AddTenantAsync(DeployedRuns.Tenant, Cancel);
        await store.BindAsync(OperatorServices.Instance, DeployedRuns.Tenant, Cancel);
        if (withConnection)
        {
            await store.PutConnectionAsync(
                DeployedRuns.Tenant,
                ConnectionId.Parse("crm"),
                """{"baseUrl": "https://crm.example.com", "auth": {"kind": "bearer"}}""",
                Cancel
            );
        }

        return stage;
    }

    /// <summary>What an examination finds, without what it says of the tenant's flows.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(SyntheticCall? call = null, params AwsService[] without)
    {
        await using var target = new TableTarget(
            _deployed.Tables.Address,
            null,
            "cxf-local-config",
            StageName.Parse("local"),
            TimeSpan.FromSeconds(1),
            TimeProvider.System
        );
        var others = Services.Endpoints.Where(service => !without.Contains(service.Key)).ToDictionary();
        var stepFunctions = new Uri(_deployed.Target[^1]);
        others[AwsService.CloudWatchLogs] = stepFunctions;
        using var services = new DeploymentServices(
            StageName.Parse("local"),
            "cxf-local-config",
            null,
            new ServiceEndpoints(_deployed.Tables.Address, stepFunctions) { Others = others }
        );
        var findings = await new DeploymentExamination(target, services, TimeProvider.System).OfAsync(
            [DeployedRuns.Tenant],
            call,
            Cancel
        );
        return call is null
            ? [.. findings.Where(finding => !finding.Where.StartsWith("acme/", StringComparison.Ordinal))]
            : findings;
    }

    public async ValueTask DisposeAsync()
    {
        await _deployed.DisposeAsync();
        await Services.DisposeAsync();
    }
}
