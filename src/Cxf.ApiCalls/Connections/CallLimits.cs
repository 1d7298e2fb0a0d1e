namespace Cxf.ApiCalls.Connections;

/// <summary>How many calls may be in flight, and how many may start, at a time. At least one of the two is set.</summary>
/// <param name="MaxConcurrent">The most calls in flight at a time; null for no limit.</param>
/// <param name="RatePerSecond">The most calls that start in a second; null for no limit.</param>
public sealed record CallLimits(int? MaxConcurrent, int? RatePerSecond)
{
    /// <summary>
    /// The highest <see cref="MaxConcurrent"/>. Every call in flight has an entry in one DynamoDB item, and a write costs by the
    /// size of the item.
    /// </summary>
    public const int HighestMaxConcurrent = 200;

    /// <summary>
    /// The highest <see cref="RatePerSecond"/>: DynamoDB writes one item at most 1,000 times a second (Amazon DynamoDB developer
    /// guide, "Best practices for designing and using partition keys").
    /// </summary>
    public const int HighestRatePerSecond = 1000;
}

/// <summary>
/// When a connection stops calling a third party that fails, and for how long. Only failures of the third party itself count: no
/// answer, a timeout, or a status 5xx.
/// </summary>
/// <param name="FailurePercent">The circuit breaker opens when at least this share of the calls failed.</param>
/// <param name="MinCalls">It never opens below this number of calls.</param>
/// <param name="Window">The time over which calls are counted.</param>
/// <param name="Open">How long calls fail at once; then one call probes the third party.</param>
public sealed record CircuitBreaker(int FailurePercent, int MinCalls, TimeSpan Window, TimeSpan Open)
{
    /// <summary>The longest window and the longest time without calls, in seconds.</summary>
    public const int MaxSeconds = 600;

    /// <summary>The highest <see cref="MinCalls"/>.</summary>
    public const int HighestMinCalls = 1000;

    /// <summary>Opens for 30 s when half of at least 10 calls failed within 30 s.</summary>
    public static CircuitBreaker Default { get; } = new(50, 10, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
}
