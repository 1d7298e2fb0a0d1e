using Cxf.Local.Output;

namespace Cxf.Studio.Runs;

/// <summary>One visit of a step in a run, with the visits inside of it.</summary>
public sealed class RunStep
{
    private readonly List<RunStep> _inside = [];
    private IReadOnlyList<LoopIteration>? _iterations;

    private RunStep(HistoryRow row, RunStep? holder, int visit) => (Row, Holder, Visit) = (row, holder, visit);

    /// <summary>What the history has of it.</summary>
    internal HistoryRow Row { get; }

    /// <summary>The loop or the parallel that it is inside of; null in the run itself.</summary>
    internal RunStep? Holder { get; }

    /// <summary>Which visit of the step it is, from 1.</summary>
    internal int Visit { get; }

    /// <summary>What it holds, in the order of the history.</summary>
    internal IReadOnlyList<RunStep> Inside => _inside;

    /// <summary>How many steps it is inside of.</summary>
    internal int Depth => Holder is null ? 0 : Holder.Depth + 1;

    /// <summary>The iterations of a loop, in their order; none of any other step.</summary>
    internal IReadOnlyList<LoopIteration> Iterations =>
        _iterations ??= [
            .. _inside
                .Where(step => step.Row.Iteration is not null)
                .GroupBy(step => step.Row.Iteration!.Value)
                .OrderBy(steps => steps.Key)
                .Select(steps => new LoopIteration(steps.Key + 1, [.. steps])),
        ];

    /// <summary>How it ended.</summary>
    internal StepOutcome Outcome =>
        Row.HasFailed ? StepOutcome.Failed
        : Row.Error is not null ? StepOutcome.Caught
        : Row.Exited is not null ? StepOutcome.Done
        : _inside.Exists(step => step.Outcome == StepOutcome.Failed) ? StepOutcome.Failed
        : StepOutcome.Open;

    /// <summary>How long it took; null if it did not end.</summary>
    internal TimeSpan? Duration => Ended - Row.Entered;

    /// <summary>Until when it lasted: what has not ended itself ends with what holds it. Null for the end of the run.</summary>
    internal DateTimeOffset? LastsUntil => Ended ?? Holder?.LastsUntil;

    // A failure ends in the moment in which it is entered; the history of a branch does not say so.
    private DateTimeOffset? Ended => Row.Exited ?? (Row.Type == "Fail" ? Row.Entered : null);

    /// <summary>Where a link to it leads.</summary>
    internal StepPlace Place => new(Row.Name, Visit);

    /// <summary>The steps of a history, in its order.</summary>
    internal static IReadOnlyList<RunStep> Of(IReadOnlyList<HistoryRow> rows)
    {
        var steps = new List<RunStep>(rows.Count);
        var visits = new Dictionary<string, int>();
        foreach (var row in rows)
        {
            var holder = row.Parent is { } parent ? steps[parent] : null;
            visits[row.Name] = visits.GetValueOrDefault(row.Name) + 1;
            var step = new RunStep(row, holder, visits[row.Name]);
            holder?._inside.Add(step);
            steps.Add(step);
        }

        return steps;
    }
}

/// <summary>One iteration of a loop.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Steps">Its steps.</param>
internal sealed record LoopIteration(int Number, IReadOnlyList<RunStep> Steps)
{
    /// <summary>Whether an error ended it.</summary>
    public bool HasFailed { get; } = Steps.Any(step => step.Outcome == StepOutcome.Failed);
}

/// <summary>How a step ended.</summary>
internal enum StepOutcome
{
    /// <summary>Without an error.</summary>
    Done,

    /// <summary>With an error that the flow handles.</summary>
    Caught,

    /// <summary>With an error that nothing handles.</summary>
    Failed,

    /// <summary>It has not ended, or the run ended before it.</summary>
    Open,
}
