namespace Cxf.Functions.Observability;

/// <summary>What one call of a function is counted by.</summary>
/// <param name="Function">The function.</param>
/// <param name="Outcome">The result, with the names that the function's answer uses.</param>
/// <param name="Duration">How long our own code and everything it waited for took.</param>
public sealed record CallMetrics(string Function, string Outcome, TimeSpan Duration)
{
    /// <summary>The error code; null if there is none.</summary>
    public string? ErrorWord { get; init; }

    /// <summary>
    /// Whether CXF or AWS failed, not the caller, the flow or a third party: the answers Internal and Busy. Alarms and rollbacks
    /// use it.
    /// </summary>
    public bool IsFailure { get; init; }

    /// <summary>The percentage of the caller's time limit that the answer took; null if no caller waits.</summary>
    public double? LimitUsed { get; init; }

    /// <summary>Whether the run that was answered for ended otherwise than its flow says; null where no run had ended.</summary>
    public bool? RunFailed { get; init; }

    /// <summary>The tenant; null before it is proven.</summary>
    public string? Tenant { get; init; }

    /// <summary>
    /// The flow; null if there is none or if it does not exist, because invented names must not become metrics.
    /// </summary>
    public string? Flow { get; init; }

    /// <summary>The contact, a member of the line and never a dimension; null if there is none.</summary>
    public string? ContactId { get; init; }
}
