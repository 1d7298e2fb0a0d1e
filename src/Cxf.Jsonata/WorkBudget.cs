namespace Cxf.Jsonata;

/// <summary>
/// What a piece of work that somebody else wrote may use altogether: units of work and bytes, which are counted and the same on
/// every machine, and as a last resort time. Once exceeded it stays exceeded. One thread at a time.
/// </summary>
/// <param name="steps">
/// The units of work. A unit is what takes some tens of nanoseconds: an item visited, a call, 64 characters made.
/// </param>
/// <param name="bytes">The bytes allocated.</param>
public sealed class WorkBudget(long steps, long bytes = long.MaxValue)
{
    private const long StepsBetweenLooks = 1 << 12;
    private long _nextLook = StepsBetweenLooks;
    private TimeProvider? _clock;
    private TimeSpan _time;
    private long _startedAt;

    /// <summary>How much work was done.</summary>
    public long StepsUsed { get; private set; }

    /// <summary>How many bytes were allocated.</summary>
    public long BytesUsed { get; private set; }

    /// <summary>What was exceeded; null while nothing is.</summary>
    public WorkLimit? Exceeded { get; private set; }

    /// <summary>A budget that nothing exceeds; it counts all the same.</summary>
    public static WorkBudget Unlimited() => new(long.MaxValue);

    /// <summary>The same budget with a deadline, looked at now and then.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="time">How long from now.</param>
    public WorkBudget Within(TimeProvider clock, TimeSpan time)
    {
        (_clock, _time, _startedAt) = (clock, time, clock.GetTimestamp());
        return this;
    }

    /// <summary>Counts work; false once the budget is exceeded.</summary>
    public bool TrySpend(long steps, long bytes = 0)
    {
        StepsUsed += steps;
        BytesUsed += bytes;
        if (Exceeded is null)
        {
            Exceeded =
                StepsUsed > MaxSteps ? WorkLimit.Work
                : BytesUsed > MaxBytes ? WorkLimit.Memory
                : IsLate() ? WorkLimit.Time
                : null;
        }

        return Exceeded is null;
    }

    private long MaxSteps { get; } = steps;

    private long MaxBytes { get; } = bytes;

    private bool IsLate()
    {
        if (_clock is null || StepsUsed < _nextLook)
        {
            return false;
        }

        _nextLook = StepsUsed + StepsBetweenLooks;
        return _clock.GetElapsedTime(_startedAt) > _time;
    }
}

/// <summary>What of a <see cref="WorkBudget"/> was exceeded.</summary>
public enum WorkLimit
{
    /// <summary>The units of work.</summary>
    Work,

    /// <summary>The bytes.</summary>
    Memory,

    /// <summary>The time.</summary>
    Time,
}
