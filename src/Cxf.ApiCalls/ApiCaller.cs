using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls;

/// <summary>
/// Makes third-party calls. One instance serves a whole process: it holds the open connections, the secrets and the tokens.
/// </summary>
public sealed class ApiCaller : IDisposable
{
    private readonly ApiCallerOptions _options;
    private readonly OutboundHandlers _handlers;

    /// <summary>Creates a caller.</summary>
    public ApiCaller(ApiCallerOptions options)
    {
        _options = options;
        _handlers = new OutboundHandlers(options.Policy, options.NameResolver ?? SystemNameResolver.Instance);
    }

    /// <summary>Makes one call. Failures of the outside world are outcomes; only the caller's own cancellation is thrown.</summary>
    /// <param name="connection">The connection that the request names.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<ApiCallOutcome> CallAsync(ApiConnection connection, ApiCallRequest request, CancellationToken cancellationToken = default)
    {
        using var clock = new CallClock(_options.TimeProvider, TimeFor(connection, request), cancellationToken);
        if (clock.Remaining <= TimeSpan.Zero)
        {
            return Fail(FailureReason.DeadlinePassed, null, request, connection, 0, clock);
        }

        var prepared = RequestPreparer.Prepare(connection, request);
        if (!prepared.Succeeded)
        {
            return Fail(prepared.Failure, null, request, connection, 0, clock);
        }

        var attempt = await new AttemptSender(_handlers).SendAsync(connection, prepared.Value, clock);
        return attempt.Answer is { } answer
            ? ApiCallOutcome.Of(new ApiCallAnswer(answer.Status, answer.Headers, answer.Body, 1, clock.Elapsed))
            : Fail(attempt.Failure, attempt.Status, request, connection, 1, clock);
    }

    /// <inheritdoc />
    public void Dispose() => _handlers.Dispose();

    private static ApiCallOutcome Fail(
        FailureReason reason, int? status, ApiCallRequest request, ApiConnection connection, int attempts, CallClock clock) =>
        ApiCallOutcome.Of(new ApiCallFailure(reason, RetrySafety.IsSafe(reason, request, connection), null, status, attempts, clock.Elapsed));

    private TimeSpan TimeFor(ApiConnection connection, ApiCallRequest request)
    {
        var time = request.Timeout ?? connection.Timeouts.Total;
        if (request.Deadline is not { } deadline)
        {
            return time;
        }

        var left = deadline - _options.TimeProvider.GetUtcNow();
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < time ? left : time;
    }
}
