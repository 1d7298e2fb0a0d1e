using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Caching;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Selecting;

namespace Cxf.ApiCalls.LastAnswers;

/// <summary>
/// Keeps the last good answer of calls that ask for it, and gives it back while the third party fails. A failure of the store
/// changes nothing about a call's own outcome.
/// </summary>
internal sealed class LastGoodAnswers(
    IAnswerStore? store,
    TimeSpan storeLimit,
    CredentialSource credentials,
    Selector selector,
    TimeProvider timeProvider
)
{
    // A stored answer is replaced when it has reached this part of its greatest age, so that a call that is made often does not
    // write often.
    private const int Parts = 10;

    private const int MaxRemembered = 1_000;

    // A store that does not answer must not slow down every call to a third party that does.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly RecentlyUsed<AnswerKey, Writing> _writings = new(MaxRemembered, FallbackRequest.MaxMaxAge, timeProvider);

    private long _notBefore = long.MinValue;

    public async ValueTask<ApiCallOutcome> ApplyAsync(
        ApiConnection connection,
        ApiCallRequest request,
        FallbackRequest fallback,
        ApiCallOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        var result = outcome.Succeeded ? ApiCallOutcome.Of(outcome.Answer with { Age = TimeSpan.Zero }) : outcome;
        if (store is null || (!outcome.Succeeded && !MayBeReplaced(outcome.Failure.Reason)))
        {
            return result;
        }

        using var limit = new CancellationTokenSource(storeLimit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            if (await credentials.FindSecretIdentityAsync(connection, both.Token) is not { } secret)
            {
                return result;
            }

            var key = AnswerKeys.Of(connection, request, secret);
            if (outcome.Succeeded)
            {
                await KeepAsync(store, key, request.Select, fallback, outcome.Answer, both.Token);
                return result;
            }

            return await FindAsync(store, key, fallback, both.Token) is { } found
                ? ApiCallOutcome.Of(found with { Attempts = outcome.Failure.Attempts, Duration = outcome.Failure.Duration })
                : result;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return result;
        }
    }

    /// <summary>
    /// Whether there is no answer of the third party: it fails, or a limit or a circuit breaker keeps the call from it. Not
    /// found, refused and rejected are its answers; to give an older one instead would be wrong.
    /// </summary>
    private static bool MayBeReplaced(FailureReason reason) =>
        reason is not (FailureReason.SecretsUnavailable or FailureReason.ConnectionChanged or FailureReason.DeadlinePassed)
        && FailureCatalog.WordOf(reason)
            is ErrorCodes.ApiTimeout
                or ErrorCodes.ApiThrottled
                or ErrorCodes.ApiUnavailable
                or ErrorCodes.ApiBadAnswer;

    private async ValueTask<ApiCallAnswer?> FindAsync(
        IAnswerStore store,
        AnswerKey key,
        FallbackRequest fallback,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(key, cancellationToken) is not { } stored)
        {
            return null;
        }

        var age = timeProvider.GetUtcNow() - stored.StoredAt;
        age = age < TimeSpan.Zero ? TimeSpan.Zero : age;
        return age <= fallback.MaxAge && AnswerText.Read(stored.Json) is { } answer
            ? answer with
            {
                Age = age,
                IsStale = true,
            }
            : null;
    }

    private async ValueTask KeepAsync(
        IAnswerStore store,
        AnswerKey key,
        string? select,
        FallbackRequest fallback,
        ApiCallAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var now = timeProvider.GetUtcNow();
        var writing = _writings.GetOrAdd(key, static _ => new Writing(), 0);
        if (!writing.IsDue(now, fallback.MaxAge / Parts) || now.UtcTicks < Volatile.Read(ref _notBefore))
        {
            return;
        }

        var sensitive = new SensitiveMembers(fallback.Sensitive);
        if (
            answer.Raw is { } raw
            && AnswerText.Write(raw, answer.Body, select, sensitive, selector, cancellationToken) is { } text
        )
        {
            try
            {
                await store.KeepAsync(
                    key,
                    new StoredAnswer(text, DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds())),
                    now - (fallback.MaxAge / Parts),
                    now + fallback.MaxAge,
                    cancellationToken
                );
            }
            catch
            {
                Volatile.Write(ref _notBefore, (timeProvider.GetUtcNow() + PauseAfterFailure).UtcTicks);
                throw;
            }
        }

        writing.Done(now);
    }

    /// <summary>When this process last stored the answer, or saw that it cannot be stored.</summary>
    private sealed class Writing
    {
        private long _doneAt = long.MinValue;

        public bool IsDue(DateTimeOffset now, TimeSpan interval) =>
            Volatile.Read(ref _doneAt) is var done && (done == long.MinValue || now.UtcTicks - done >= interval.Ticks);

        public void Done(DateTimeOffset now) => Volatile.Write(ref _doneAt, now.UtcTicks);
    }
}
