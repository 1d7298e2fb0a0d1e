using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>What to do after an attempt.</summary>
internal readonly record struct NextStep
{
    /// <summary>The maximum number of redirects.</summary>
    public const int MaxRedirects = 5;

    /// <summary>The maximum number of requested waits in one exchange.</summary>
    public const int MaxWaits = 5;

    /// <summary>The maximum number of repetitions of a request that was not processed.</summary>
    public const int MaxRefusals = 5;

    /// <summary>
    /// The wait before the one quick retry of a connection that could not be opened, and before the first repetition of a request
    /// that was not processed; it doubles with each further one.
    /// </summary>
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(100);

    /// <summary>The shortest wait, even if the third party requests a shorter one.</summary>
    private static readonly TimeSpan MinWait = TimeSpan.FromMilliseconds(100);

    public NextStepKind Kind { get; private init; }

    /// <summary>How long to wait before trying again.</summary>
    public TimeSpan Delay { get; private init; }

    /// <summary>Why the exchange failed, where it did.</summary>
    public FailureReason Failure { get; private init; }

    /// <summary>Decides only from its arguments.</summary>
    public static NextStep After(in AttemptResult result, in ExchangeState state) =>
        result.Answer is not null
            ? new NextStep { Kind = NextStepKind.Finish }
            : result.Status switch
            {
                301 or 302 or 303 or 307 or 308 => state.Redirects < MaxRedirects
                    ? new NextStep { Kind = NextStepKind.Redirect }
                    : Fail(FailureReason.TooManyRedirects),
                401 when state.CanRenew => new NextStep { Kind = NextStepKind.Renew },
                429 => WaitOr(FailureReason.TooManyRequests, result.RetryAfter, state),
                503 when state.IsRepeatable && result.RetryAfter is not null => WaitOr(
                    FailureReason.AskedToWait,
                    result.RetryAfter,
                    state
                ),
                null when CameToNothing(result.Failure) && state.Reconnects == 0 && ReconnectDelay < state.Remaining =>
                    new NextStep { Kind = NextStepKind.Reconnect, Delay = ReconnectDelay },
                null when result.Failure == FailureReason.NotProcessed => RepeatOr(result.Failure, state),
                _ => Fail(result.Failure),
            };

    private static bool CameToNothing(FailureReason failure) => failure is FailureReason.ConnectFailed or FailureReason.TlsFailed;

    private static NextStep WaitOr(FailureReason failure, TimeSpan? retryAfter, in ExchangeState state)
    {
        var delay = retryAfter < MinWait ? MinWait : retryAfter;
        return delay < state.Remaining && state.Waits < MaxWaits
            ? new NextStep { Kind = NextStepKind.Wait, Delay = delay.Value }
            : Fail(failure);
    }

    private static NextStep RepeatOr(FailureReason failure, in ExchangeState state)
    {
        var delay = ReconnectDelay * (1 << state.Refusals);
        return state.Refusals < MaxRefusals && delay < state.Remaining
            ? new NextStep { Kind = NextStepKind.Repeat, Delay = delay }
            : Fail(failure);
    }

    private static NextStep Fail(FailureReason failure) => new() { Kind = NextStepKind.Finish, Failure = failure };
}

/// <summary>The possible steps after an attempt.</summary>
internal enum NextStepKind
{
    /// <summary>The exchange is over.</summary>
    Finish,

    /// <summary>Go where the third party redirects to.</summary>
    Redirect,

    /// <summary>Renew the credentials and try again.</summary>
    Renew,

    /// <summary>Wait as the third party asks and try again.</summary>
    Wait,

    /// <summary>Try to connect again: nothing was sent.</summary>
    Reconnect,

    /// <summary>Send again what was not processed.</summary>
    Repeat,
}

/// <summary>What has been tried in an exchange so far, and what may still be.</summary>
internal readonly record struct ExchangeState
{
    /// <summary>Whether making the request twice does its work once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether the request goes where credentials are shown, and there are any to renew.</summary>
    public bool CanRenew { get; init; }

    public int Reconnects { get; init; }

    /// <summary>How many times the request was not processed.</summary>
    public int Refusals { get; init; }

    public int Waits { get; init; }

    public int Redirects { get; init; }

    /// <summary>How much of the call's time is left.</summary>
    public TimeSpan Remaining { get; init; }
}
