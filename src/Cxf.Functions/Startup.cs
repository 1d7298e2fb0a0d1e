using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Outbound;
using Cxf.Functions.CallApi;
using Cxf.Functions.Deployment;
using Cxf.Functions.Observability;
using Cxf.Functions.Secrets;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Functions.Stores.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
[assembly: LambdaSerializer(typeof(FunctionSerializer))]

namespace Cxf.Functions;

/// <summary>What the functions need on AWS: DynamoDB, SSM, Step Functions, settings from the environment.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Called by the wrappers that Amazon.Lambda.Annotations generates.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The generated wrappers call it on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        ForgetEmptyEndpoints();
        var settings = DeploymentSettings.Read(Environment.GetEnvironmentVariable);
        var tables = new Lazy<IAmazonDynamoDB>(() =>
            new DynamoDbClient(DynamoDbSettings.Read(Environment.GetEnvironmentVariable))
        );
        _ = Task.Run(() => OpenConnectionAsync(tables, settings.ConfigTable));
        LoadOpenSsl();
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ILogger>(new LambdaLog())
            .AddSingleton(
                new Metrics(settings.Stage, StandardOutput.Stream, TimeProvider.System)
                {
                    Version = Variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "$LATEST",
                    Level = Variable("AWS_LAMBDA_LOG_LEVEL") ?? Metrics.DefaultLevel,
                }
            )
            .AddFunctions(settings)
            .AddSingleton(_ => tables.Value)
            .AddSingleton<IAmazonSimpleSystemsManagement>(_ => new AmazonSimpleSystemsManagementClient())
            .AddSingleton<IAmazonStepFunctions>(_ => new StepFunctionsClient(
                StepFunctionsSettings.Read(Environment.GetEnvironmentVariable)
            ))
            .AddSingleton<IConfigurationStore>(provider => new DynamoDbConfigurationStore(
                provider.GetRequiredService<IAmazonDynamoDB>(),
                settings.ConfigTable
            ))
            .AddSingleton(provider => new SsmSecretSource(
                provider.GetRequiredService<IAmazonSimpleSystemsManagement>(),
                provider.GetRequiredService<ILogger>(),
                Variable("CXF_SECRETS_KEY") ?? ""
            ))
            .AddSingleton(provider => new ApiCallerOptions
            {
                Stage = settings.Stage,
                Secrets = provider.GetRequiredService<SsmSecretSource>(),
                RotatedTokens = provider.GetRequiredService<SsmSecretSource>(),
                Answers = provider.GetRequiredService<AnswerStore>(),
                Policy = OutboundPolicy.FromSettings(Environment.GetEnvironmentVariable),
                Log = new AttemptLog(provider.GetRequiredService<ILogger>()),
            });
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    // Every request is signed with it. The task beside makes the first one, comes to its signature later, and finds this done.
    private static void LoadOpenSsl() => HMACSHA256.HashData([], []);

    // Beside the start of the runtime client: the first read of a process starts the SDK and opens a connection, which takes as
    // long as everything else together. What it asks for does not exist, and whether it is answered does not
    // matter.
    private static async Task OpenConnectionAsync(Lazy<IAmazonDynamoDB> tables, string table) =>
        await new DynamoDbConfigurationStore(tables.Value, table).FindTenantsAsync("none", CancellationToken.None);

    // The template declares the endpoints, empty, so that sam local can set them; to the SDK an empty one is an error in every
    // call.
    private static void ForgetEmptyEndpoints()
    {
        foreach (var name in (ReadOnlySpan<string>)["AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SFN", "AWS_ENDPOINT_URL_SSM"])
        {
            if (Environment.GetEnvironmentVariable(name) is "")
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
