using System.Text;
using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Requests;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;

namespace Cxf.Functions.CallApi;

/// <summary>Makes one third-party call for a flow's step: request, connection, call, answer.</summary>
public sealed class ThirdPartyCall(IConfigurationReader store, ApiCaller caller, CallLog log, TimeProvider timeProvider)
{
    /// <summary>The call's answer as JSON.</summary>
    /// <exception cref="ApiCallException">The call failed; the class names the error word.</exception>
    public async Task<JsonElement> MakeAsync(FunctionEvent received, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        ApiCallRequest? request = null;
        try
        {
            request = Usable(ApiCallRequestReader.Read(received.Utf8), "The request");
            var answer = await MakeAsync(request, cancellationToken);
            log.Answered(request, timeProvider.GetElapsedTime(started));
            return answer;
        }
        catch (ApiCallException exception)
        {
            log.Failed(request, exception.GetType().Name, timeProvider.GetElapsedTime(started));
            throw;
        }
    }

    private async Task<JsonElement> MakeAsync(ApiCallRequest request, CancellationToken cancellationToken)
    {
        if (await store.FindConnectionAsync(request.Tenant, request.Connection, cancellationToken) is not { } document)
        {
            throw new ApiMisconfigured($"The tenant has no connection \"{request.Connection}\".");
        }

        var connection = Usable(ConnectionReader.Read(request.Tenant, request.Connection, Encoding.UTF8.GetBytes(document)), "The connection");
        var outcome = await caller.CallAsync(connection, request, cancellationToken);
        if (!outcome.Succeeded)
        {
            throw ApiCallException.For(outcome.Failure.Error, outcome.Failure.Message);
        }

        // Written once, by the encoder that its size was checked with.
        return JsonElement.Parse(outcome.Answer.ToUtf8().Span);
    }

    private static T Usable<T>(ReadResult<T> result, string what)
        where T : class =>
        result.Value ?? throw new ApiMisconfigured(
            $"{what} is not usable: " + string.Join("; ", result.Diagnostics.Select(diagnostic => $"{diagnostic.Pointer} {diagnostic.Message}")));
}
