using Amazon.DynamoDBv2;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.AwsServices;

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
        new LogsClient(Client(AwsService.CloudWatchLogs, region, endpoints.Find(AwsService.CloudWatchLogs)))
    );

    private readonly Lazy<LambdaClient> _lambda = new(() =>
        new LambdaClient(Client(AwsService.Lambda, region, endpoints.Find(AwsService.Lambda)))
    );

    private readonly Lazy<IamClient> _iam = new(() =>
        new IamClient(Client(AwsService.Iam, region, endpoints.Find(AwsService.Iam)))
    );

    private readonly Lazy<ConnectClient> _connect = new(() =>
        new ConnectClient(Client(AwsService.Connect, region, endpoints.Find(AwsService.Connect)))
    );

    private readonly Lazy<CloudWatchClient> _cloudWatch = new(() =>
        new CloudWatchClient(Client(AwsService.CloudWatch, region, endpoints.Find(AwsService.CloudWatch)))
    );

    private readonly Lazy<SqsClient> _sqs = new(() =>
        new SqsClient(Client(AwsService.Sqs, region, endpoints.Find(AwsService.Sqs)))
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
    public bool HasStepFunctions => !IsLocal || endpoints.StepFunctions is not null;

    /// <summary>Whether the address of one of the other services is known: beside local tables only where it is given.</summary>
    public bool Has(AwsService service) => !IsLocal || endpoints.Find(service) is not null;

    /// <summary>Step Functions.</summary>
    public AmazonStepFunctionsClient StepFunctions => _stepFunctions.Value;

    /// <summary>CloudWatch Logs.</summary>
    public LogsClient Logs => _logs.Value;

    /// <summary>Lambda.</summary>
    public LambdaClient Lambda => _lambda.Value;

    /// <summary>IAM.</summary>
    public IamClient Iam => _iam.Value;

    /// <summary>Amazon Connect.</summary>
    public ConnectClient Connect => _connect.Value;

    /// <summary>CloudWatch.</summary>
    public CloudWatchClient CloudWatch => _cloudWatch.Value;

    /// <summary>Simple Queue Service.</summary>
    public SqsClient Sqs => _sqs.Value;

    /// <summary>The table of runs, as template.yaml names it.</summary>
    public string RunsTable => $"cxf-{stage}-runs";

    /// <summary>The name of a function, as template.yaml names it.</summary>
    public string FunctionName(string function) => $"cxf-{stage}-{function}";

    /// <summary>The queue of the requests to publish that were given up, as template.yaml names it.</summary>
    public string DeadLetterQueue => $"cxf-{stage}-publish-requests-dead";

    /// <summary>The log group of the state machines, as template.yaml names it.</summary>
    public string LogGroup => $"/aws/vendedlogs/states/cxf-{stage}";

    private bool IsLocal => endpoints.Tables is { IsLoopback: true };

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(_tables);
        Dispose(_parameters);
        Dispose(_stepFunctions);
        Dispose(_logs);
        Dispose(_lambda);
        Dispose(_iam);
        Dispose(_connect);
        Dispose(_cloudWatch);
        Dispose(_sqs);
    }

    private static AwsServiceClient Client(AwsService service, string? region, Uri? endpoint) =>
        endpoint is { IsLoopback: true } local
            ? LocalClients.Of(service, local)
            : new AwsServiceClient(new AwsServiceConfig(service).At(region, endpoint));

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
internal sealed record ServiceEndpoints(Uri? Tables, Uri? StepFunctions)
{
    /// <summary>The other services. Default: where the region has them.</summary>
    public IReadOnlyDictionary<AwsService, Uri> Others { get; init; } = new Dictionary<AwsService, Uri>();

    /// <summary>The addresses of <c>cxf start</c>, which has the logs where Step Functions is.</summary>
    public static ServiceEndpoints OfStart(Uri tables, Uri stepFunctions) =>
        new(tables, stepFunctions) { Others = new Dictionary<AwsService, Uri> { [AwsService.CloudWatchLogs] = stepFunctions } };

    /// <summary>Where a service is.</summary>
    public Uri? Find(AwsService service) => Others.GetValueOrDefault(service);
}
