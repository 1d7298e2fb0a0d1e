using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.StatesLanguage.Service;

/// <summary>Creates the handlers of all resources.</summary>
internal static class TaskServicesFactory
{
    public static TaskServices Create(StepFunctionsService service, StepFunctionsOptions options, ActivityRegistry activities)
    {
        var lambda = options.Lambda ?? new NoLambda();
        var tables = new DynamoDbHandler(options.DynamoDb ?? new InMemoryDynamoDb());
        var executions = new ExecutionHandler(service);
        var integrations = new Dictionary<string, ITaskHandler>(StringComparer.Ordinal)
        {
            ["lambda:invoke"] = new LambdaInvokeHandler(lambda),
            ["aws-sdk:sfn:startExecution"] = new SdkExecutionHandler(service),
            ["aws-sdk:sfn:startSyncExecution"] = new SyncExecutionHandler(service),
        };
        foreach (var action in DynamoDbHandler.Actions)
        {
            integrations[$"dynamodb:{action}"] = tables;
        }

        foreach (var action in ExecutionHandler.Actions)
        {
            integrations[$"states:{action}"] = executions;
        }

        return new TaskServices(integrations, new LambdaFunctionHandler(lambda), new ActivityHandler(activities));
    }
}
