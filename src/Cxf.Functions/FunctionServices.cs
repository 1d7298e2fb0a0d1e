using Amazon.DynamoDBv2;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.ApiCalls;
using Cxf.Functions.Answers;
using Cxf.Functions.CallApi;
using Cxf.Functions.Deployment;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.GetFlowResult;
using Cxf.Functions.Limits;
using Cxf.Functions.Observability;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Requests;
using Cxf.Functions.Runs;
using Cxf.Functions.Secrets;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Caching;
using Cxf.Functions.Stores.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.Functions;

/// <summary>Composes the functions, on AWS and in local runs. The host provides the store, the clients and the clock.</summary>
public static class FunctionServices
{
    /// <summary>
    /// Adds everything except what the host provides: <see cref="IConfigurationStore"/>, <see cref="IAmazonDynamoDB"/>,
    /// <see cref="IAmazonStepFunctions"/>, <see cref="IAmazonSimpleSystemsManagement"/>, <see cref="ApiCallerOptions"/> and
    /// <see cref="TimeProvider"/>, and optionally a logger and metrics. Nothing is created before a function needs it.
    /// </summary>
    /// <remarks>
    /// What ExecuteFlow's first answer needs is created by code. The container would look for the constructors itself, which
    /// takes a twentieth of a cold start.
    /// </remarks>
    public static IServiceCollection AddFunctions(this IServiceCollection services, DeploymentSettings settings)
    {
        services.TryAddSingleton<ILogger>(NullLogger.Instance);
        services.TryAddSingleton<IConfigurationReader>(provider => provider.GetRequiredService<IConfigurationStore>());
        services.TryAddSingleton(provider => new Metrics(
            settings.Stage,
            Stream.Null,
            provider.GetRequiredService<TimeProvider>()
        ));
        return services
            .AddSingleton(settings)
            .AddSingleton(provider => new CachingConfigurationStore(
                provider.GetRequiredService<IConfigurationReader>(),
                settings.CacheAges,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger>()
            ))
            .AddSingleton(provider => new RunStore(provider.GetRequiredService<IAmazonDynamoDB>(), settings.RunsTable))
            .AddSingleton(provider => new AnswerStore(
                provider.GetRequiredService<IAmazonDynamoDB>(),
                settings.RunsTable,
                provider.GetRequiredService<ILogger>()
            ))
            .AddSingleton(provider => new RunLookup(
                provider.GetRequiredService<IAmazonStepFunctions>(),
                provider.GetRequiredService<RunStore>(),
                provider.GetRequiredService<IConfigurationReader>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new ExpressRuns(
                provider.GetRequiredService<IAmazonStepFunctions>(),
                provider.GetRequiredService<RunStore>(),
                provider.GetRequiredService<ILogger>()
            ))
            .AddSingleton(provider => new StandardRuns(provider.GetRequiredService<IAmazonStepFunctions>()))
            .AddSingleton(provider => new ExistingRuns(provider.GetRequiredService<RunLookup>()))
            .AddSingleton(provider => new TenantProof(provider.GetRequiredService<CachingConfigurationStore>(), settings))
            .AddSingleton(provider => new AnswerLog(
                provider.GetRequiredService<ILogger>(),
                provider.GetRequiredService<Metrics>()
            ))
            .AddSingleton(provider => new Answering(
                provider.GetRequiredService<TenantProof>(),
                provider.GetRequiredService<AnswerLog>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new FlowExecutor(
                provider.GetRequiredService<CachingConfigurationStore>(),
                provider.GetRequiredService<ExpressRuns>(),
                provider.GetRequiredService<StandardRuns>(),
                provider.GetRequiredService<ExistingRuns>(),
                provider.GetRequiredService<Answering>()
            ))
            .AddSingleton<FlowResults>()
            .AddSingleton<ApiCaller>()
            .AddSingleton(provider => new CallGate(
                provider.GetRequiredService<IAmazonDynamoDB>(),
                settings.RunsTable,
                provider.GetRequiredService<ILogger>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<CallLog>()
            .AddSingleton<ThirdPartyCall>()
            .AddSingleton<FlowLinker>()
            .AddSingleton<StateMachineVersions>()
            .AddSingleton<RunningExecutions>()
            .AddSingleton<StateMachines>()
            .AddSingleton<AbandonedVersions>()
            .AddSingleton<FlowRollout>()
            .AddSingleton<PublishLog>()
            .AddSingleton<FlowPublisher>()
            .AddSingleton<TenantSecrets>()
            .AddSingleton<FlowDeletion>()
            .AddSingleton<DraftChecker>()
            .AddSingleton<PublishRequests>()
            .AddSingleton<ConfigurationRecords>()
            .AddSingleton<SelfCheck>()
            .AddSingleton<ExecuteFlowFunction>()
            .AddSingleton<GetFlowResultFunction>()
            .AddSingleton<CallApiFunction>()
            .AddSingleton<PublishFlowFunction>();
    }
}
