using Cxf.Local.Output;

namespace Cxf.Studio.Runs;

/// <summary>
/// The time axis of a run: where each step begins and ends, its tries as segments, the time between them as gaps, and the limit
/// of a caller who waits.
/// </summary>
public sealed class Timeline
{
    private const double LeastTicks = TimeSpan.TicksPerMillisecond;

    private readonly DateTimeOffset _start;
    private readonly TimeSpan _length;

    internal Timeline(DateTimeOffset start, TimeSpan duration, TimeSpan? callerLimit)
    {
        _start = start;
        // A limit far behind the end would make everything else a dot.
        var isNear = callerLimit <= duration * 4;
        _length = isNear && callerLimit > duration ? callerLimit.Value * 1.05 : duration;
        Limit = callerLimit is { } limit && isNear ? Share(limit) : null;
    }

    /// <summary>Where the caller's limit is, in percent; null without one, or if the run ended long before it.</summary>
    internal double? Limit { get; }

    /// <summary>How long the whole axis is.</summary>
    internal TimeSpan Length => _length;

    /// <summary>The part of the axis that a step takes. One that has not ended lasts until the end of what holds it.</summary>
    internal TimelineSpan SpanOf(RunStep step) => Span(step.Row.Entered, step.LastsUntil);

    /// <summary>The tries of a step's call. What is between them are waits.</summary>
    internal IReadOnlyList<TimelineSegment> SegmentsOf(RunStep step) =>
        [
            .. step.Row.Attempts.Select(
                (attempt, index) =>
                    new TimelineSegment(index + 1, attempt, Span(attempt.Started, attempt.Ended ?? step.LastsUntil))
            ),
        ];

    private TimelineSpan Span(DateTimeOffset from, DateTimeOffset? to)
    {
        var (begin, end) = (Share(from - _start), to is { } ended ? Share(ended - _start) : 100);
        return new TimelineSpan(begin, Math.Max(0, end - begin));
    }

    private double Share(TimeSpan time) => Math.Clamp(100 * time.Ticks / Math.Max(_length.Ticks, LeastTicks), 0, 100);
}

/// <summary>A part of the axis, in percent of its length.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal sealed record TimelineSpan(double From, double Length);

/// <summary>A try on the axis.</summary>
/// <param name="Number">Which try it is, from 1.</param>
/// <param name="Attempt">The try.</param>
/// <param name="Span">Its part of the axis.</param>
internal sealed record TimelineSegment(int Number, StepAttempt Attempt, TimelineSpan Span)
{
    /// <summary>What a screen reader says: <c>try 2: 12 ms, ApiUnavailable</c>.</summary>
    public string Words =>
        $"try {Number}: {(Attempt.Ended is { } ended ? Durations.Text(ended - Attempt.Started) : "no answer")}"
        + (Attempt.Error is { } error ? $", {error}" : "");
}
