using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>
/// One entry of Retry. Defaults are those of the States Language specification: 1 s, factor 2, 3 attempts, no jitter.
/// </summary>
internal sealed class Retrier(IReadOnlyList<string> errorEquals)
{
    public IReadOnlyList<string> ErrorEquals { get; } = errorEquals;

    public double IntervalSeconds { get; init; } = 1;

    public double BackoffRate { get; init; } = 2;

    public int MaxAttempts { get; init; } = 3;

    public double? MaxDelaySeconds { get; init; }

    /// <summary>JitterStrategy FULL: a random delay between 0 and the computed one.</summary>
    public bool FullJitter { get; init; }

    /// <summary>The delay before a retry; 1 is the first.</summary>
    public TimeSpan DelayBefore(int retry, Random random)
    {
        var seconds = IntervalSeconds * Math.Pow(BackoffRate, retry - 1);
        seconds = Math.Min(seconds, MaxDelaySeconds ?? ServiceLimits.WaitSeconds);
        return TimeSpan.FromSeconds(FullJitter ? random.NextDouble() * seconds : seconds);
    }
}

/// <summary>One entry of Catch.</summary>
internal sealed class Catcher(IReadOnlyList<string> errorEquals, string next, StateDataFlow flow)
{
    public IReadOnlyList<string> ErrorEquals { get; } = errorEquals;

    public string Next { get; } = next;

    /// <summary>Output and Assign of the catcher (JSONata), or its ResultPath and Assign (JSONPath).</summary>
    public StateDataFlow Flow { get; } = flow;

    public State? NextState { get; set; }
}
