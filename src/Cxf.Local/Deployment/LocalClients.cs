using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.Local.AwsServices;

namespace Cxf.Local.Deployment;

/// <summary>
/// The clients that the functions use on AWS, for services on this machine; only where they find the service differs.
/// </summary>
internal static class LocalClients
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    public static AmazonStepFunctionsClient StepFunctions(Uri address) =>
        new(
            Credentials,
            new AmazonStepFunctionsConfig
            {
                ServiceURL = address.ToString(),
                AuthenticationRegion = LocalAccount.Region,
                DisableHostPrefixInjection = true,
                MaxErrorRetry = 0,
                MaxStaleConnectionRetries = 0,
            }
        );

    public static AwsServiceClient Of(AwsService service, Uri address) =>
        new(
            Credentials,
            new AwsServiceConfig(service) { ServiceURL = address.ToString(), AuthenticationRegion = LocalAccount.Region }
        );

    public static AmazonSimpleSystemsManagementClient ParameterStore(Uri address) =>
        new(
            Credentials,
            new AmazonSimpleSystemsManagementConfig
            {
                ServiceURL = address.ToString(),
                AuthenticationRegion = LocalAccount.Region,
            }
        );

    public static AmazonDynamoDBClient DynamoDb(Uri address) =>
        new(
            Credentials,
            new AmazonDynamoDBConfig { ServiceURL = address.ToString(), AuthenticationRegion = LocalAccount.Region }
        );
}
