using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>
/// What Lambda says about an invocation in the headers of its event, and about the function in the environment.
/// </summary>
internal sealed class LambdaContext : ILambdaContext
{
    private static readonly LambdaEnvironment Function = new();

    private readonly long _deadline;
    private readonly string? _clientContext;
    private readonly string? _cognitoIdentity;

    public LambdaContext(RuntimeApiAnswer answer, ILambdaSerializer? serializer, ILambdaLogger log)
    {
        AwsRequestId =
            answer.Header("lambda-runtime-aws-request-id"u8)
            ?? throw new InvalidDataException("The Runtime API's event has no Lambda-Runtime-Aws-Request-Id.");
        InvokedFunctionArn = answer.Header("lambda-runtime-invoked-function-arn"u8);
        TraceId = answer.Header("lambda-runtime-trace-id"u8);
        TenantId = answer.Header("lambda-runtime-aws-tenant-id"u8);
        _deadline = answer.Number("lambda-runtime-deadline-ms"u8);
        _clientContext = answer.Header("lambda-runtime-client-context"u8);
        _cognitoIdentity = answer.Header("lambda-runtime-cognito-identity"u8);
        (Serializer, Logger) = (serializer, log);
    }

    public string AwsRequestId { get; }

    public string? InvokedFunctionArn { get; }

    public string? TraceId { get; }

    public string? TenantId { get; }

    public ILambdaSerializer? Serializer { get; }

    public ILambdaLogger Logger { get; }

    // Few handlers look at the two; the text is read by those that do.
    public IClientContext? ClientContext => field ??= Context.ClientContext.Parse(_clientContext);

    public ICognitoIdentity? Identity => field ??= CognitoIdentity.Parse(_cognitoIdentity);

    public string? FunctionName => Function.FunctionName;

    public string? FunctionVersion => Function.FunctionVersion;

    public string? LogGroupName => Function.LogGroupName;

    public string? LogStreamName => Function.LogStreamName;

    public int MemoryLimitInMB =>
        int.TryParse(Function.FunctionMemorySize, CultureInfo.InvariantCulture, out var size) ? size : 0;

    /// <summary>Zero once the deadline has passed.</summary>
    public TimeSpan RemainingTime
    {
        get
        {
            var left = _deadline - TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            return left > 0 ? TimeSpan.FromMilliseconds(left) : TimeSpan.Zero;
        }
    }
}
