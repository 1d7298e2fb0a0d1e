using Cxf.Local.Templates;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>
/// A function's environment variables: those that Lambda sets itself, then the template's, then what this machine adds.
/// </summary>
internal static class FunctionEnvironment
{
    public static Dictionary<string, string> Of(FunctionDefinition function, FunctionOptions options, string runtimeApi)
    {
        var environment = new Dictionary<string, string>
        {
            // Lambda developer guide, "Defined runtime environment variables".
            ["_HANDLER"] = "bootstrap",
            ["AWS_REGION"] = LocalAccount.Region,
            ["AWS_DEFAULT_REGION"] = LocalAccount.Region,
            // Each function has its own key, so that the calls on the wire show which function made them.
            ["AWS_ACCESS_KEY_ID"] = function.LogicalId,
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_EXECUTION_ENV"] = "AWS_Lambda_provided.al2023",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMegabytes.ToString(),
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/" + function.Name,
            ["AWS_LAMBDA_LOG_FORMAT"] = function.LogsJson ? "JSON" : "Text",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",

            // What sam local sets, and by which code knows that this is a developer's machine.
            ["AWS_SAM_LOCAL"] = "true",
        };
        if (function.LogLevel.Length > 0)
        {
            environment["AWS_LAMBDA_LOG_LEVEL"] = function.LogLevel;
        }

        foreach (var (name, value) in function.Environment.Concat(options.Environment))
        {
            environment[name] = value;
        }

        environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        return environment;
    }
}
