namespace Cxf.Functions.Limits;

/// <summary>What a record says about a connection's calls at a time, for people who look for the cause of a problem.</summary>
/// <param name="InFlight">The connection's calls in flight; 0 without a limit of them.</param>
/// <param name="Waiting">The connection's calls that wait.</param>
/// <param name="TenantInFlight">The tenant's calls in flight; 0 without a limit of them.</param>
/// <param name="TenantWaiting">The tenant's calls that wait.</param>
/// <param name="Circuit">The state of the circuit breaker; null for a connection without one.</param>
public sealed record LimitStatus(int InFlight, int Waiting, int TenantInFlight, int TenantWaiting, CircuitStatus? Circuit);

/// <summary>The state of a circuit breaker.</summary>
/// <param name="State">Whether calls are made.</param>
/// <param name="OpenUntil">Until when no call is made; null while it is closed.</param>
/// <param name="Calls">The calls that were counted in the last window, which successes enter only after a failure.</param>
/// <param name="Failed">Those that failed.</param>
public sealed record CircuitStatus(CircuitState State, DateTimeOffset? OpenUntil, long Calls, long Failed);

/// <summary>Whether a circuit breaker lets calls through.</summary>
public enum CircuitState
{
    /// <summary>Calls are made.</summary>
    Closed,

    /// <summary>Calls fail at once.</summary>
    Open,

    /// <summary>One call at a time probes the third party.</summary>
    HalfOpen,
}
