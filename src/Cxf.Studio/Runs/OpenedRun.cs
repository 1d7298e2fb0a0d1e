using Cxf.Flows.Compiling;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Pictures;
using Cxf.Local.Runs;
using Cxf.Studio.Documents;

namespace Cxf.Studio.Runs;

/// <summary>
/// A run that a page shows. The picture, the timeline and the table are made of the same steps, and personal data is masked as in
/// <c>cxf history</c>.
/// </summary>
public sealed class OpenedRun
{
    private FlowPicture? _picture;

    internal OpenedRun(Run? run, RunHistory history, IEnumerable<string> sensitive, DateTimeOffset now)
    {
        Run = run;
        History = history;
        Steps = RunStep.Of(history.Rows);
        PersonalData = new PersonalData(sensitive);
        history.Teach(PersonalData);
        PersonalData.Learn(history.Rows);
        StartedAt = run?.StartedAt ?? history.StartedAt ?? now;
        EndedAt =
            run?.EndedAt
            ?? (
                run?.Status == "RUNNING" ? now
                : history.Events is [.., var last] ? last.Timestamp
                : StartedAt
            );
        Totals = RunTotals.Of(Steps, EndedAt - StartedAt);
    }

    /// <summary>The events.</summary>
    internal RunHistory History { get; }

    /// <summary>The run; null for a recorded history.</summary>
    internal Run? Run { get; }

    /// <summary>The document that ran; null if it is not known.</summary>
    internal FlowDocument? Document { get; init; }

    /// <summary>The version that is live now; null if none is.</summary>
    internal int? LiveVersion { get; init; }

    /// <summary>The steps, in the order of the history.</summary>
    internal IReadOnlyList<RunStep> Steps { get; }

    /// <summary>What masks personal data.</summary>
    internal PersonalData PersonalData { get; }

    /// <summary>The totals that the picture, the timeline and the table show.</summary>
    internal RunTotals Totals { get; }

    /// <summary>When it ended; now if it runs.</summary>
    internal DateTimeOffset EndedAt { get; }

    /// <summary>When it started.</summary>
    internal DateTimeOffset StartedAt { get; }

    /// <summary>How long a caller waits for it; null where no caller waits, or that is not known.</summary>
    internal TimeSpan? CallerLimit =>
        Document?.Reading is { Flow: { } flow } && Document.CostOf(flow) is { Type: StateMachineType.Express } cost
            ? cost.CallerLeaves
            : null;

    /// <summary>The time axis.</summary>
    internal Timeline Timeline => new(StartedAt, EndedAt - StartedAt, CallerLimit);

    /// <summary>The picture: on the version that ran, or made of the history alone.</summary>
    internal async Task<FlowPicture> DrawAsync(CancellationToken cancellationToken)
    {
        var document = Document ?? await HistoryMachine.DocumentAsync(History.Rows, cancellationToken);
        return _picture ??= FlowPicture.Of(document, Picture.OfRun(document, History.Rows, $"The run: {Totals}."));
    }
}
