namespace Cxf.Functions.Observability;

/// <summary>What one call of a function is counted by.</summary>
/// <param name="Function">The function.</param>
/// <param name="Outcome">How it ended, in the words of the function's answer.</param>
/// <param name="Duration">How long our own code and everything it waited for took.</param>
public sealed record CallMetrics(string Function, string Outcome, TimeSpan Duration)
{
    /// <summary>The error word; null when there is none.</summary>
    public string? ErrorWord { get; init; }

    /// <summary>
    /// Whether we or AWS failed, not the caller, the flow or a third party: what callers hear as Internal or Busy. Alarms and
    /// rollbacks go by it.
    /// </summary>
    public bool IsFailure { get; init; }

    /// <summary>How much of the time that the caller waits the answer took, in percent; null where nobody waits.</summary>
    public double? LimitUsed { get; init; }

    /// <summary>Whether the run that was answered for ended otherwise than its flow says; null where no run had ended.</summary>
    public bool? RunFailed { get; init; }

    /// <summary>The tenant; null before it is proven.</summary>
    public string? Tenant { get; init; }

    /// <summary>The flow; null where there is none, or none that exists: what callers make up must not become metrics.</summary>
    public string? Flow { get; init; }

    /// <summary>The contact, a member of the line and never a dimension; null where there is none.</summary>
    public string? ContactId { get; init; }
}
