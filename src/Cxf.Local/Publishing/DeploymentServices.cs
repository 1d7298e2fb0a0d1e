using Amazon.DynamoDBv2;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.Documents.Identifiers;
using Cxf.Local.Deployment;

namespace Cxf.Local.Publishing;

/// <summary>The AWS services that a deployment uses; null for one that cannot be reached.</summary>
internal sealed class DeploymentServices : IDisposable
{
    /// <summary>Those of a deployment in files, which starts them with each command: none.</summary>
    public DeploymentServices() { }

    /// <summary>Opens the services of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="endpoint">
    /// Where DynamoDB is, and on this machine Parameter Store; null for the region's. Beside tables on this machine, Step Functions
    /// is there only where its address is given.
    /// </param>
    /// <param name="stepFunctions">Where Step Functions is; null for the region's.</param>
    /// <param name="region">The region; null for the one that AWS's own settings name.</param>
    public DeploymentServices(StageName stage, Uri? endpoint, Uri? stepFunctions, string? region)
    {
        RunsTable = $"cxf-{stage}-runs";
        if (endpoint is { IsLoopback: true })
        {
            Tables = LocalClients.DynamoDb(endpoint);
            ParameterStore = LocalClients.ParameterStore(endpoint);
            StepFunctions = stepFunctions is null ? null : LocalClients.StepFunctions(stepFunctions);
        }
        else
        {
            Tables = new AmazonDynamoDBClient(new AmazonDynamoDBConfig().At(region, endpoint));
            ParameterStore = new AmazonSimpleSystemsManagementClient(new AmazonSimpleSystemsManagementConfig().At(region, null));
            StepFunctions = new AmazonStepFunctionsClient(
                new AmazonStepFunctionsConfig { DisableHostPrefixInjection = stepFunctions is not null }.At(region, stepFunctions)
            );
        }
    }

    /// <summary>DynamoDB.</summary>
    public IAmazonDynamoDB? Tables { get; }

    /// <summary>The table of runs; empty where there is none.</summary>
    public string RunsTable { get; } = "";

    /// <summary>Parameter Store, with the secrets.</summary>
    public IAmazonSimpleSystemsManagement? ParameterStore { get; }

    /// <summary>Step Functions.</summary>
    public IAmazonStepFunctions? StepFunctions { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Tables?.Dispose();
        ParameterStore?.Dispose();
        StepFunctions?.Dispose();
    }
}
