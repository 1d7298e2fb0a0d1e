using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>What to do after an attempt.</summary>
internal readonly record struct NextStep
{
    /// <summary>The maximum number of redirects.</summary>
    public const int MaxRedirects = 5;

    /// <summary>The maximum number of requested waits in one exchange.</summary>
    public const int MaxWaits = 5;

    /// <summary>The wait before the one quick retry of a connection that could not be opened.</summary>
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

    private static NextStep Fail(FailureReason failure) => new() { Kind = NextStepKind.Finish, Failure = failure };
}
