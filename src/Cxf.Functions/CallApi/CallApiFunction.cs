using Amazon.Lambda.Annotations;
using Cxf.Functions.Deployment;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.CallApi;

/// <summary>The function of every <c>restApi</c> step: one call to a third party.</summary>
public sealed class CallApiFunction(ThirdPartyCall call, SelfCheck check)
{
    /// <summary>
    /// Makes the call and gives back <c>{status, headers, body, attempts, durationMs}</c>. A failure is thrown, because Step
    /// Functions matches Retry and Catch on the name of the exception's class.
    /// </summary>
    [LambdaFunction]
    public async Task<FunctionResponse> CallApi(FunctionEvent received) =>
        SelfCheck.IsAsked(received.Json)
            ? FunctionResponse.Of(await check.RunAsync(nameof(CallApi), CancellationToken.None))
            : await call.MakeAsync(received, CancellationToken.None);
}
