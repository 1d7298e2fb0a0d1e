namespace Amazon.Lambda.Core;

/// <summary>The AWS X-Ray trace header of the current invocation.</summary>
public class LambdaTraceProvider
{
    /// <summary>What Lambda sent with the invocation, which tracing libraries also read from this variable.</summary>
    internal const string Variable = "_X_AMZN_TRACE_ID";

    public static string CurrentTraceId => Environment.GetEnvironmentVariable(Variable);
}
