namespace Cxf.ApiCalls.Sending;

/// <summary>What has been tried in an exchange so far, and what may still be.</summary>
internal readonly record struct ExchangeState
{
    /// <summary>Whether making the request twice does its work once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether the request goes where credentials are shown, and there are any to renew.</summary>
    public bool CanRenew { get; init; }

    public int Reconnects { get; init; }

    public int Waits { get; init; }

    public int Redirects { get; init; }

    /// <summary>How much of the call's time is left.</summary>
    public TimeSpan Remaining { get; init; }
}
