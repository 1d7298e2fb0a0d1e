namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda says about the function in environment variables, as they are when this is created.</summary>
public class LambdaEnvironment
{
    internal const string RuntimeApi = "AWS_LAMBDA_RUNTIME_API";

    public string? FunctionMemorySize { get; } = Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");

    public string? FunctionName { get; } = Variable("AWS_LAMBDA_FUNCTION_NAME");

    public string? FunctionVersion { get; } = Variable("AWS_LAMBDA_FUNCTION_VERSION");

    public string? LogGroupName { get; } = Variable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string? LogStreamName { get; } = Variable("AWS_LAMBDA_LOG_STREAM_NAME");

    public string? RuntimeServerHostAndPort { get; } = Variable(RuntimeApi);

    public string? Handler { get; } = Variable("_HANDLER");

    public string? XAmznTraceId { get; } = Variable("_X_AMZN_TRACE_ID");

    public string? ExecutionEnvironment { get; } = Variable("AWS_EXECUTION_ENV");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
