using Amazon.StepFunctions;
using Cxf.ApiCalls;
using Cxf.Functions.CallApi;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Cxf.Functions.Deployment;

/// <summary>What the functions are made of, on AWS and in local runs alike; the surroundings bring the store, the clients and the clock.</summary>
public static class FunctionServices
{
    /// <summary>
    /// Adds everything but the surroundings: <see cref="IConfigurationStore"/>, <see cref="IAmazonStepFunctions"/>,
    /// <see cref="ApiCallerOptions"/> and <see cref="TimeProvider"/>. Nothing is created before a function needs it.
    /// </summary>
    public static IServiceCollection AddFunctions(this IServiceCollection services, DeploymentSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<FlowRuns>()
        .AddSingleton<FlowExecutor>()
        .AddSingleton<ApiCaller>()
        .AddSingleton<ThirdPartyCall>()
        .AddSingleton<StateMachinePublisher>()
        .AddSingleton<FlowPublisher>()
        .AddSingleton<ExecuteFlowFunction>()
        .AddSingleton<CallApiFunction>()
        .AddSingleton<PublishFlowFunction>();
}
