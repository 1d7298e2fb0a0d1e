using Amazon.DynamoDBv2;
using Amazon.StepFunctions;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.CloudWatchLogs;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>The services in which a deployment on AWS, or <c>cxf start</c>, keeps its runs.</summary>
internal sealed class RunServices : IDisposable
{
    private readonly AmazonDynamoDBClient _tables;

    /// <summary>Opens the services.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="configurationTable">The configuration table.</param>
    /// <param name="region">The region; null for the one that AWS's own settings name.</param>
    /// <param name="endpoints">Where the services are, if not where the region has them.</param>
    public RunServices(StageName stage, string configurationTable, string? region, ServiceEndpoints endpoints)
    {
        Stage = stage;
        _tables = endpoints.Tables is { IsLoopback: true } tables
            ? LocalClients.DynamoDb(tables)
            : new AmazonDynamoDBClient(new AmazonDynamoDBConfig().At(region, endpoints.Tables));
        StepFunctions = endpoints.StepFunctions is { IsLoopback: true } stepFunctions
            ? LocalClients.StepFunctions(stepFunctions)
            : new AmazonStepFunctionsClient(new AmazonStepFunctionsConfig().At(region, endpoints.StepFunctions));
        Logs = endpoints.Logs is { IsLoopback: true } logs
            ? LocalClients.Logs(logs)
            : new LogsClient(new LogsClientConfig().At(region, endpoints.Logs));
        Store = new DynamoDbConfigurationStore(_tables, configurationTable);
    }

    /// <summary>The stage.</summary>
    public StageName Stage { get; }

    /// <summary>The configuration.</summary>
    public IConfigurationStore Store { get; }

    /// <summary>DynamoDB.</summary>
    public IAmazonDynamoDB Tables => _tables;

    /// <summary>Step Functions.</summary>
    public AmazonStepFunctionsClient StepFunctions { get; }

    /// <summary>CloudWatch Logs.</summary>
    public LogsClient Logs { get; }

    /// <summary>The table of runs, as template.yaml names it.</summary>
    public string RunsTable => $"cxf-{Stage}-runs";

    /// <summary>The log group of the state machines, as template.yaml names it.</summary>
    public string LogGroup => $"/aws/vendedlogs/states/cxf-{Stage}";

    /// <inheritdoc />
    public void Dispose()
    {
        _tables.Dispose();
        StepFunctions.Dispose();
        Logs.Dispose();
    }
}

/// <summary>Where services are; null for a service that is where the region has it.</summary>
/// <param name="Tables">DynamoDB.</param>
/// <param name="StepFunctions">Step Functions.</param>
/// <param name="Logs">CloudWatch Logs.</param>
internal sealed record ServiceEndpoints(Uri? Tables, Uri? StepFunctions, Uri? Logs);
