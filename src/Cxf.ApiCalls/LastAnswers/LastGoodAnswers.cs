using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Caching;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.LastAnswers;

/// <summary>
/// Keeps the last good answer of calls that ask for it, and gives it back while the platform fails. A failure of the store changes
/// nothing about a call's own outcome.
/// </summary>
internal sealed class LastGoodAnswers(IAnswerStore store, CredentialSource credentials, TimeProvider timeProvider)
{
    /// <summary>How long the store may take; a step with a fallback has a second for it after its call.</summary>
    public static readonly TimeSpan StoreLimit = TimeSpan.FromMilliseconds(500);

    // A stored answer is replaced when it has reached this part of its greatest age, so that a call that is made often does not
    // write often.
    private const int Parts = 10;

    private const int MaxRemembered = 1_000;

    private readonly RecentlyUsed<AnswerKey, Writing> _writings = new(MaxRemembered, FallbackRequest.MaxMaxAge, timeProvider);

    public async ValueTask<ApiCallOutcome> ApplyAsync(
        ApiConnection connection,
        ApiCallRequest request,
        FallbackRequest fallback,
        ApiCallOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        var result = outcome.Succeeded ? ApiCallOutcome.Of(outcome.Answer with { Age = TimeSpan.Zero }) : outcome;
        if (!outcome.Succeeded && !IsOfPlatform(outcome.Failure.Reason))
        {
            return result;
        }

        using var limit = new CancellationTokenSource(StoreLimit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var known = await credentials.GetAsync(connection, both.Token);
            if (!known.Succeeded)
            {
                return result;
            }

            var key = AnswerKeys.Of(connection, request, known.Value);
            if (outcome.Succeeded)
            {
                await KeepAsync(key, fallback, outcome.Answer, both.Token);
                return result;
            }

            return await FindAsync(key, fallback, both.Token) is { } found
                ? ApiCallOutcome.Of(found with { Attempts = outcome.Failure.Attempts, Duration = outcome.Failure.Duration })
                : result;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return result;
        }
    }

    /// <summary>
    /// Whether the platform itself fails. Not found, refused and rejected are its answers; to give an older one instead would be
    /// wrong.
    /// </summary>
    private static bool IsOfPlatform(FailureReason reason) =>
        reason is not (FailureReason.SecretsUnavailable or FailureReason.ConnectionChanged or FailureReason.DeadlinePassed)
        && FailureCatalog.WordOf(reason)
            is ErrorCodes.ApiTimeout
                or ErrorCodes.ApiThrottled
                or ErrorCodes.ApiUnavailable
                or ErrorCodes.ApiBadAnswer;

    private async ValueTask<ApiCallAnswer?> FindAsync(
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
        AnswerKey key,
        FallbackRequest fallback,
        ApiCallAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var now = timeProvider.GetUtcNow();
        var writing = _writings.GetOrAdd(key, static _ => new Writing(), 0);
        if (!writing.IsDue(now, fallback.MaxAge / Parts) || AnswerText.Write(answer, fallback.Sensitive) is not { } text)
        {
            return;
        }

        await store.KeepAsync(
            key,
            new StoredAnswer(text, DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds())),
            now - (fallback.MaxAge / Parts),
            now + fallback.MaxAge,
            cancellationToken
        );
        writing.Done(now);
    }

    /// <summary>When this process last saw that the store has a new enough answer.</summary>
    private sealed class Writing
    {
        private long _doneAt = long.MinValue;

        public bool IsDue(DateTimeOffset now, TimeSpan interval) =>
            Volatile.Read(ref _doneAt) is var done && (done == long.MinValue || now.UtcTicks - done >= interval.Ticks);

        public void Done(DateTimeOffset now) => Volatile.Write(ref _doneAt, now.UtcTicks);
    }
}
