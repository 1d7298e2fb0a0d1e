using System.Globalization;
using Cxf.Functions.Limits;

namespace Cxf.Local.Examination;

/// <summary>What a circuit breaker that is not closed means for the calls of its connection.</summary>
internal static class CircuitFinding
{
    /// <summary>The sentence; null while the circuit breaker is closed.</summary>
    public static string? MessageOf(CircuitStatus circuit) =>
        circuit switch
        {
            { State: CircuitState.Open, OpenUntil: { } until } => string.Create(
                CultureInfo.InvariantCulture,
                $"The circuit breaker is open: {FailuresOf(circuit)}every call ends as ApiUnavailable until {until:HH:mm:ss}Z."
            ),
            { State: CircuitState.HalfOpen } =>
                "The circuit breaker opened, and no call has succeeded since: the next call probes the third party, and calls "
                    + "during the probe end as ApiUnavailable.",
            _ => null,
        };

    // The calls that opened it may be longer ago than what is counted.
    private static string FailuresOf(CircuitStatus circuit) =>
        circuit.Failed == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{circuit.Failed} of {circuit.Calls} calls failed, and ");
}
