using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.Documents.Identifiers;
using Cxf.Local.Deployment;

namespace Cxf.Local.Publishing;

/// <summary>The AWS services that a deployment uses; null for one that cannot be reached.</summary>
/// <param name="Tables">DynamoDB.</param>
/// <param name="RunsTable">The table of runs.</param>
/// <param name="ParameterStore">Parameter Store, with the secrets.</param>
/// <param name="StepFunctions">Step Functions.</param>
internal sealed record DeploymentServices(
    IAmazonDynamoDB? Tables,
    string RunsTable,
    IAmazonSimpleSystemsManagement? ParameterStore,
    IAmazonStepFunctions? StepFunctions
) : IDisposable
{
    /// <summary>Those of a deployment in files, which starts them with each command.</summary>
    public static DeploymentServices None { get; } = new(null, "", null, null);

    /// <summary>Opens the services of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="endpoint">Where DynamoDB is, and on this machine Parameter Store; null for the region's.</param>
    /// <param name="stepFunctions">Where Step Functions is; null for the region's.</param>
    /// <param name="region">The region; null for the one that AWS's own settings name.</param>
    public static DeploymentServices Open(StageName stage, Uri? endpoint, Uri? stepFunctions, string? region)
    {
        var runs = $"cxf-{stage}-runs";
        return endpoint is { IsLoopback: true }
            ? new DeploymentServices(
                LocalClients.DynamoDb(endpoint),
                runs,
                LocalClients.ParameterStore(endpoint),
                stepFunctions is null ? null : LocalClients.StepFunctions(stepFunctions)
            )
            : new DeploymentServices(
                new AmazonDynamoDBClient(Config(new AmazonDynamoDBConfig(), endpoint, region)),
                runs,
                new AmazonSimpleSystemsManagementClient(Config(new AmazonSimpleSystemsManagementConfig(), null, region)),
                new AmazonStepFunctionsClient(
                    Config(
                        new AmazonStepFunctionsConfig { DisableHostPrefixInjection = stepFunctions is not null },
                        stepFunctions,
                        region
                    )
                )
            );
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Tables?.Dispose();
        ParameterStore?.Dispose();
        StepFunctions?.Dispose();
    }

    private static T Config<T>(T config, Uri? endpoint, string? region)
        where T : ClientConfig
    {
        if (region is not null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region ?? LocalAccount.Region;
        }

        return config;
    }
}
