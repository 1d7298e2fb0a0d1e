using System.Text.Json;
using Amazon.Lambda.Annotations;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.CallApi;

/// <summary>The function behind every <c>restApi</c> step: one call to a third party.</summary>
public sealed class CallApiFunction(ThirdPartyCall call)
{
    /// <summary>
    /// Makes the call and gives back <c>{status, headers, body, attempts, durationMs}</c>. A failure is thrown, because Step
    /// Functions matches Retry and Catch on the name of the exception's class.
    /// </summary>
    [LambdaFunction]
    public Task<JsonElement> CallApi(FunctionEvent received) => call.MakeAsync(received, CancellationToken.None);
}
