namespace Amazon.Lambda.Core;

/// <summary>What a handler can know about its invocation and its function.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    ICognitoIdentity Identity { get; }

    /// <summary>The ARN as the caller gave it, with the alias or version if it named one.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    /// <summary>The function's memory in megabytes.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>Time until Lambda ends the invocation.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant of a function with tenant isolation; otherwise null.</summary>
    string TenantId => null;

    /// <summary>The AWS X-Ray trace header of this invocation; null if it has none.</summary>
    string TraceId => null;

    /// <summary>The serializer that the handler was registered with; null if it has none.</summary>
    ILambdaSerializer Serializer => null;
}
