using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>How long ended executions are kept; AWS keeps them for 90 days, and EXPRESS executions only in logs.</summary>
/// <param name="MaxCount">How many are kept at most; beyond it the oldest go, EXPRESS executions first. Default: 10,000.</param>
/// <param name="MaxAge">How long each is kept after its end. Default: 90 days.</param>
public sealed record ExecutionRetention(int MaxCount = ExecutionRetention.DefaultCount, TimeSpan? MaxAge = null)
{
    /// <summary>The default of <see cref="MaxCount"/>.</summary>
    public const int DefaultCount = 10_000;

    /// <summary>The default of <see cref="MaxAge"/>.</summary>
    public static TimeSpan DefaultAge => ServiceLimits.NameRetention;

    internal TimeSpan Age => MaxAge ?? DefaultAge;
}

/// <summary>
/// The ended executions in the order of their ends, so that the oldest can go. Callers hold the registry's lock.
/// </summary>
internal sealed class EndedExecutions(ExecutionRetention retention)
{
    private readonly Queue<KeptExecution> _express = new();
    private readonly Queue<KeptExecution> _standard = new();

    public void Add(StateMachineType type, KeptExecution ended) =>
        (type == StateMachineType.Express ? _express : _standard).Enqueue(ended);

    /// <summary>Takes out an execution that goes; null if all may stay.</summary>
    public KeptExecution? TakeExcess(DateTimeOffset now) =>
        _express.Count + _standard.Count > retention.MaxCount
            ? _express.Count > 0
                ? _express.Dequeue()
                : _standard.Dequeue()
            : TakeOld(_express, now) ?? TakeOld(_standard, now);

    private KeptExecution? TakeOld(Queue<KeptExecution> ended, DateTimeOffset now) =>
        ended.TryPeek(out var oldest) && oldest.StopDate + retention.Age <= now ? ended.Dequeue() : null;
}

/// <summary>An ended execution: the object, or the place where it is packed.</summary>
internal readonly struct KeptExecution
{
    private readonly DateTimeOffset _stopDate;

    public KeptExecution(ExecutionRun run) => Run = run;

    public KeptExecution(PackPlace place, DateTimeOffset stopDate)
    {
        Place = place;
        _stopDate = stopDate;
    }

    public ExecutionRun? Run { get; }

    public PackPlace Place { get; }

    /// <summary>When it ended; null if it runs again.</summary>
    public DateTimeOffset? StopDate => Run is null ? _stopDate : Run.StopDate;
}
