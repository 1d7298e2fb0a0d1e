using System.Runtime.CompilerServices;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Sending;

/// <summary>
/// One request until there is an answer or a final failure: credentials and their renewal, redirects, waits that the third party
/// requests, one quick retry of a connection that could not be opened, and repetitions of what was not processed.
/// </summary>
internal sealed class Exchange(CredentialSource credentialSource, AttemptSender sender, TimeProvider timeProvider)
{
    /// <param name="connection">The connection.</param>
    /// <param name="request">The request.</param>
    /// <param name="url">Where: the request's own URL or a page's.</param>
    /// <param name="isRepeatable">Whether making it twice does its work once.</param>
    /// <param name="sent">How many requests the call made before.</param>
    /// <param name="clock">The call's time.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ExchangeResult> SendAsync(
        ApiConnection connection,
        PreparedRequest request,
        Uri url,
        bool isRepeatable,
        int sent,
        CallDeadline clock
    )
    {
        var attempts = sent;
        try
        {
            var credentials = await credentialSource.GetAsync(connection, clock.Token);
            if (!credentials.Succeeded)
            {
                return new ExchangeResult(null, credentials.Failure, null, null, attempts);
            }

            var attempt = new Attempt
            {
                Connection = connection,
                Request = request,
                Url = url,
                Credentials = credentials.Value,
                IsOwnOrigin = true,
            };
            var state = new ExchangeState { IsRepeatable = isRepeatable };
            var renewed = false;
            while (true)
            {
                attempts++;
                var result = await sender.SendAsync(attempt, attempts, clock);
                var canRenew = !renewed && attempt.IsOwnOrigin && attempt.Credentials != Credentials.None;
                state = state with { Remaining = clock.Remaining, CanRenew = canRenew };
                var next = NextStep.After(result, state);
                switch (next.Kind)
                {
                    case NextStepKind.Finish:
                        return new ExchangeResult(result.Answer, next.Failure, result.Status, result.RetryAfter, attempts);
                    case NextStepKind.Redirect:
                        var followed = RedirectRules.Follow(attempt, result.Status!.Value, result.Location);
                        if (!followed.Succeeded)
                        {
                            return new ExchangeResult(null, followed.Failure, result.Status, null, attempts);
                        }

                        attempt = followed.Value;
                        state = state with { Redirects = state.Redirects + 1 };
                        break;
                    case NextStepKind.Renew:
                        renewed = true;
                        var others = await credentialSource.RenewAsync(connection, attempt.Credentials, clock.Token);
                        if (!others.Succeeded || others.Value.ProvesTheSameAs(attempt.Credentials))
                        {
                            var failure = others.Succeeded ? result.Failure : others.Failure;
                            return new ExchangeResult(null, failure, result.Status, null, attempts);
                        }

                        attempt = attempt with { Credentials = others.Value };
                        break;
                    default:
                        await Task.Delay(next.Delay, timeProvider, clock.Token);
                        state = next.Kind switch
                        {
                            NextStepKind.Wait => state with { Waits = state.Waits + 1 },
                            NextStepKind.Repeat => state with { Refusals = state.Refusals + 1 },
                            _ => state with { Reconnects = state.Reconnects + 1 },
                        };
                        break;
                }
            }
        }
        catch (OperationCanceledException cancellation)
        {
            return new ExchangeResult(null, clock.Explain(cancellation), null, null, attempts);
        }
    }
}

/// <summary>How an exchange ended.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Failure">Why the call has no answer; undefined if it has one.</param>
/// <param name="Status">The last HTTP status, or null.</param>
/// <param name="RetryAfter">How long the third party asks to wait, or null.</param>
/// <param name="Attempts">How many requests went out.</param>
internal readonly record struct ExchangeResult(
    RawAnswer? Answer,
    FailureReason Failure,
    int? Status,
    TimeSpan? RetryAfter,
    int Attempts
);
