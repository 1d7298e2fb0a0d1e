using Amazon.DynamoDBv2;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.CloudWatchLogs;

namespace Cxf.Local.Deployment;

/// <summary>The services of a deployment on AWS or of <c>cxf start</c>, each opened when it is first used.</summary>
/// <param name="stage">The stage.</param>
/// <param name="configurationTable">The configuration table.</param>
/// <param name="region">The region; null for the one that AWS's own settings name.</param>
/// <param name="endpoints">Where the services are, if not where the region has them.</param>
internal sealed class DeploymentServices(StageName stage, string configurationTable, string? region, ServiceEndpoints endpoints)
    : IDisposable
{
    private readonly Lazy<AmazonDynamoDBClient> _tables = new(() =>
        endpoints.Tables is { IsLoopback: true } local
            ? LocalClients.DynamoDb(local)
            : new AmazonDynamoDBClient(new AmazonDynamoDBConfig().At(region, endpoints.Tables))
    );

    private readonly Lazy<AmazonSimpleSystemsManagementClient> _parameters = new(() =>
        endpoints.Tables is { IsLoopback: true } local
            ? LocalClients.ParameterStore(local)
            : new AmazonSimpleSystemsManagementClient(new AmazonSimpleSystemsManagementConfig().At(region, null))
    );

    private readonly Lazy<AmazonStepFunctionsClient> _stepFunctions = new(() =>
        endpoints.StepFunctions is { IsLoopback: true } local
            ? LocalClients.StepFunctions(local)
            : new AmazonStepFunctionsClient(new AmazonStepFunctionsConfig().At(region, endpoints.StepFunctions))
    );

    private readonly Lazy<LogsClient> _logs = new(() =>
        endpoints.Logs is { IsLoopback: true } local
            ? LocalClients.Logs(local)
            : new LogsClient(new LogsClientConfig().At(region, endpoints.Logs))
    );

    private IConfigurationStore? _store;

    /// <summary>The stage.</summary>
    public StageName Stage => stage;

    /// <summary>The configuration.</summary>
    public IConfigurationStore Store => _store ??= new DynamoDbConfigurationStore(Tables, configurationTable);

    /// <summary>DynamoDB.</summary>
    public IAmazonDynamoDB Tables => _tables.Value;

    /// <summary>Parameter Store, which <c>cxf start</c> has at the address of its tables.</summary>
    public IAmazonSimpleSystemsManagement ParameterStore => _parameters.Value;

    /// <summary>Whether the address of Step Functions is known: beside local tables only where it is given.</summary>
    public bool HasStepFunctions => endpoints.Tables is not { IsLoopback: true } || endpoints.StepFunctions is not null;

    /// <summary>Step Functions.</summary>
    public AmazonStepFunctionsClient StepFunctions => _stepFunctions.Value;

    /// <summary>CloudWatch Logs.</summary>
    public LogsClient Logs => _logs.Value;

    /// <summary>The table of runs, as template.yaml names it.</summary>
    public string RunsTable => $"cxf-{stage}-runs";

    /// <summary>The log group of the state machines, as template.yaml names it.</summary>
    public string LogGroup => $"/aws/vendedlogs/states/cxf-{stage}";

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(_tables);
        Dispose(_parameters);
        Dispose(_stepFunctions);
        Dispose(_logs);
    }

    private static void Dispose<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}

/// <summary>Where services are; null for a service that is where the region has it.</summary>
/// <param name="Tables">DynamoDB.</param>
/// <param name="StepFunctions">Step Functions.</param>
/// <param name="Logs">CloudWatch Logs.</param>
internal sealed record ServiceEndpoints(Uri? Tables, Uri? StepFunctions, Uri? Logs);
