using Cxf.ApiCalls;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.Documents;
using Cxf.Functions.Errors;
using Cxf.Functions.Limits;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Caching;

namespace Cxf.Functions.CallApi;

/// <summary>
/// Makes one third-party call for a flow's step: request, connection, call, answer; all of it within the step's time.
/// </summary>
public sealed class ThirdPartyCall(
    CachingConfigurationStore store,
    ApiCaller caller,
    CallGate gate,
    CallLog log,
    TimeProvider timeProvider
)
{
    // Somebody changes the connection between two of its reads, and does so again each time.
    private const int MaxChanges = 3;

    /// <summary>The call's answer as JSON.</summary>
    /// <exception cref="ApiCallException">The call failed; the class is the error code.</exception>
    public async Task<FunctionResponse> MakeAsync(FunctionEvent received, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        ApiCallRequest? request = null;
        try
        {
            request = Usable(ApiCallRequestReader.Read(received.Utf8), "The request");
            var answer = await MakeAsync(request, started, cancellationToken);
            log.Answered(request, timeProvider.GetElapsedTime(started));
            return answer;
        }
        catch (ApiCallException exception)
        {
            log.Failed(request, exception, timeProvider.GetElapsedTime(started));
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An internal error. Its message may contain data, which would stay in the execution's history.
            log.Broke(request, exception, timeProvider.GetElapsedTime(started));
            throw new Internal("CallApi could not make the call because of an internal error. Its log has the details.");
        }
    }

    private async Task<FunctionResponse> MakeAsync(ApiCallRequest request, long started, CancellationToken cancellationToken)
    {
        for (var changes = 0; ; changes++)
        {
            if (await FindAsync(request, cancellationToken) is not { } stored)
            {
                throw new ApiMisconfigured($"The tenant has no connection \"{request.Connection}\".");
            }

            var connection = Read(request, stored);
            var timed = InTime(request, connection, started);
            if (timed.Timeout <= TimeSpan.Zero)
            {
                throw TimedOut();
            }

            var left = timed.TimeLeft(connection.Timeouts.Total, timeProvider.GetUtcNow());
            var pass = await gate.EnterAsync(connection, request.Generation, left, cancellationToken);
            log.Waited(request, pass.Waited);
            var outcome =
                pass.Refusal is { } refusal ? Refused(refusal)
                : pass.IsUnlimited ? await caller.CallAsync(connection, timed, cancellationToken)
                : await CallAsync(pass, connection, InTime(request, connection, started), cancellationToken);
            outcome = await FallBackAsync(connection, request, outcome, cancellationToken);
            if (outcome.Succeeded)
            {
                // Written once, by the encoder that its size was checked with.
                return new FunctionResponse(outcome.Answer.ToUtf8());
            }

            // Nothing was sent, or it was answered 401: the call is made through the current connection.
            if (outcome.Failure.Reason != FailureReason.ConnectionChanged || changes == MaxChanges)
            {
                var failure = ApiCallException.For(outcome.Failure.Error, outcome.Failure.Message);
                failure.IsOurs = outcome.Failure.Reason is FailureReason.SecretsUnavailable or FailureReason.LimitsUnavailable;
                throw failure;
            }
        }
    }

    /// <summary>The request with the time that reading the connection and waiting for its limits left.</summary>
    private ApiCallRequest InTime(ApiCallRequest request, ApiConnection connection, long started) =>
        request with
        {
            Timeout = (request.Timeout ?? connection.Timeouts.Total) - timeProvider.GetElapsedTime(started),
        };

    private async ValueTask<ApiCallOutcome> CallAsync(
        CallPass pass,
        ApiConnection connection,
        ApiCallRequest request,
        CancellationToken cancellationToken
    )
    {
        ApiCallOutcome? outcome = null;
        try
        {
            outcome = await caller.CallAsync(connection, request, cancellationToken);
            return outcome;
        }
        finally
        {
            await pass.LeaveAsync(outcome);
            if (pass.OpenedCircuit)
            {
                log.CircuitOpened();
            }
        }
    }

    private static ApiCallOutcome Refused(FailureReason reason) =>
        ApiCallOutcome.Of(
            new ApiCallFailure(reason, RetryIsSafe: true, RetryAfter: null, Status: null, Attempts: 0, TimeSpan.Zero)
        );

    private async ValueTask<ApiCallOutcome> FallBackAsync(
        ApiConnection connection,
        ApiCallRequest request,
        ApiCallOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        var after = await caller.FallBackAsync(connection, request, outcome, cancellationToken);
        if (after.Answer is { IsStale: true, Age: { } age })
        {
            log.ServedStale(request, outcome.Failure!.Error, age);
        }

        return after;
    }

    private ApiConnection Read(ApiCallRequest request, StoredConnection stored) =>
        Usable(stored.Read(request.Tenant, request.Connection), "The connection") with
        {
            Revision = stored.Revision,
            CurrentCheck = async cancellationToken =>
                (
                    await store.ReadConnectionAsync(request.Tenant, request.Generation, request.Connection, cancellationToken)
                )?.Revision == stored.Revision,
        };

    private async ValueTask<StoredConnection?> FindAsync(ApiCallRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(
            request.TimeLeft(ConnectionTimeouts.Default.Total, timeProvider.GetUtcNow()),
            timeProvider
        );
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await store.FindConnectionAsync(request.Tenant, request.Generation, request.Connection, both.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.StoreFailed(request, exception);
            throw TimedOut(isOurs: true);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.StoreFailed(request, exception);
            throw new ApiUnavailable("The connection cannot be read at the moment.") { IsOurs = true };
        }
    }

    private static ApiTimeout TimedOut(bool isOurs = false) =>
        new(FailureCatalog.SentenceOf(FailureReason.StepTimedOut)) { IsOurs = isOurs };

    private static T Usable<T>(ReadResult<T> result, string what)
        where T : class =>
        result.Value
        ?? throw new ApiMisconfigured(
            $"{what} is not usable: "
                + string.Join("; ", result.Diagnostics.Select(diagnostic => $"{diagnostic.Pointer} {diagnostic.Message}"))
        );
}
