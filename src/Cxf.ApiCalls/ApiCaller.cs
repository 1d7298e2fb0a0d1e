using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Paging;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Selecting;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls;

/// <summary>
/// Makes third-party calls. One instance serves a whole process: it owns the open connections, the secrets and the tokens.
/// </summary>
public sealed class ApiCaller : IDisposable
{
    private readonly ApiCallerOptions _options;
    private readonly OutboundHandlers _handlers;
    private readonly Exchange _exchange;
    private readonly PageWalker _pages;
    private readonly Selector _selector;
    private readonly LastGoodAnswers _answers;

    /// <summary>Creates a caller.</summary>
    public ApiCaller(ApiCallerOptions options)
    {
        _options = options;
        _handlers = new OutboundHandlers(
            options.Policy,
            options.NameResolver ?? SystemNameResolver.Instance,
            options.TimeProvider
        );
        var sender = new AttemptSender(_handlers, options.Log, options.TimeProvider);
        var tokens = new TokenEndpoint(sender, options.TimeProvider);
        var credentials = new CredentialSource(
            options.Stage,
            options.Secrets,
            options.RotatedTokens,
            tokens,
            options.TimeProvider
        );
        _exchange = new Exchange(credentials, sender, options.TimeProvider);
        _pages = new PageWalker(_exchange);
        _selector = new Selector(options.TimeProvider);
        _answers = new LastGoodAnswers(options.Answers, options.AnswersLimit, credentials, _selector, options.TimeProvider);
    }

    /// <summary>
    /// Makes one call. Failures of the outside world are outcomes; only the caller's own cancellation is thrown.
    /// </summary>
    /// <param name="connection">The connection that the request names.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ApiCallOutcome> CallAsync(
        ApiConnection connection,
        ApiCallRequest request,
        CancellationToken cancellationToken = default
    )
    {
        using var clock = new CallDeadline(
            _options.TimeProvider,
            request.TimeLeft(connection.Timeouts.Total, _options.TimeProvider.GetUtcNow()),
            cancellationToken
        );
        var isRepeatable = RetrySafety.IsRepeatable(request, connection);
        var result =
            clock.Remaining <= TimeSpan.Zero
                ? new ExchangeResult(null, FailureReason.DeadlinePassed, null, null, 0)
                : await CallAsync(connection, request, isRepeatable, clock);
        if (result.Answer is { } raw)
        {
            result = Finish(request, raw, result, clock, out var answer);
            if (answer is not null)
            {
                return ApiCallOutcome.Of(answer);
            }
        }

        var retryIsSafe = isRepeatable || RetrySafety.CannotHaveActed(result);
        return ApiCallOutcome.Of(
            new ApiCallFailure(result.Failure, retryIsSafe, result.RetryAfter, result.Status, result.Attempts, clock.Elapsed)
        );
    }

    /// <summary>
    /// Ends a call whose request has a fallback: a good answer is kept, and gives its place to the last good one while the
    /// platform fails. Other outcomes, and those of requests without a fallback, stay as they are. It is a step of its own, so
    /// that limits and circuit breakers see how the call itself ended, and so that an answer also serves if they refuse the call.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="request">The request.</param>
    /// <param name="outcome">How the call ended, or why it was not made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<ApiCallOutcome> FallBackAsync(
        ApiConnection connection,
        ApiCallRequest request,
        ApiCallOutcome outcome,
        CancellationToken cancellationToken = default
    ) =>
        request.Fallback is { } fallback
            ? _answers.ApplyAsync(connection, request, fallback, outcome, cancellationToken)
            : ValueTask.FromResult(outcome);

    /// <inheritdoc />
    public void Dispose() => _handlers.Dispose();

    private ValueTask<ExchangeResult> CallAsync(
        ApiConnection connection,
        ApiCallRequest request,
        bool isRepeatable,
        CallDeadline clock
    )
    {
        var prepared = RequestPreparer.Prepare(connection, request);
        if (!prepared.Succeeded)
        {
            return ValueTask.FromResult(new ExchangeResult(null, prepared.Failure, null, null, 0));
        }

        return request.Paging is { } paging
            ? _pages.ReadAsync(connection, prepared.Value, paging, clock)
            : _exchange.SendAsync(connection, prepared.Value, prepared.Value.Url, isRepeatable, 0, clock);
    }

    /// <summary>Selects and measures: the last stages, which need nothing external.</summary>
    private ExchangeResult Finish(
        ApiCallRequest request,
        RawAnswer raw,
        in ExchangeResult result,
        CallDeadline clock,
        out ApiCallAnswer? answer
    )
    {
        answer = null;
        var body = raw.Body;
        var bytes = raw.Length;
        if (request.Select is { } expression)
        {
            var selected = Select(expression, raw, clock);
            if (!selected.Succeeded)
            {
                return result with { Failure = selected.Failure };
            }

            body = selected.Value;
            bytes = JsonMarshal.GetRawUtf8Value(body).Length;
        }

        var framed = new ApiCallAnswer(raw.Status, raw.Headers, body, result.Attempts, clock.Elapsed)
        {
            Raw = request.Fallback is null ? null : raw,
        };
        if (AnswerSize.Check(framed, bytes) is { } problem)
        {
            framed = framed with { Body = AnswerBodyReader.Nothing };
            if (!request.IgnoreBody || AnswerSize.Check(framed, 0) is not null)
            {
                return result with { Failure = problem };
            }
        }

        answer = framed;
        return result;
    }

    private Result<JsonElement> Select(string expression, RawAnswer raw, CallDeadline clock)
    {
        try
        {
            return _selector.Select(expression, raw, clock.Token);
        }
        catch (OperationCanceledException cancellation)
        {
            return clock.Explain(cancellation);
        }
    }
}
