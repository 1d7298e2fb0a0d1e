using System.Globalization;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;

namespace Cxf.Local.Runs;

/// <summary>Which runs are wanted.</summary>
internal sealed record RunQuery
{
    /// <summary>The contact; null for any.</summary>
    public string? Contact { get; init; }

    /// <summary>One run of the contact; null for all.</summary>
    public string? RunId { get; init; }

    /// <summary>The tenant; null for any.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>The flow; null for any.</summary>
    public FlowId? Flow { get; init; }

    /// <summary>The status; null for any.</summary>
    public string? Status { get; init; }

    /// <summary>The error code of the answer, or the name of the failure in the execution; null for any.</summary>
    public string? Error { get; init; }

    /// <summary>The flow's version; null for any.</summary>
    public int? Version { get; init; }

    /// <summary>The earliest start.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The latest start.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How many runs at most.</summary>
    public required int Limit { get; init; }

    /// <summary>The last run of the page before; null for the first page.</summary>
    public RunPosition? After { get; init; }

    /// <summary>Whether a run of this name and start can be wanted.</summary>
    public bool Takes(string runId, DateTimeOffset startedAt) =>
        (RunId is null || runId == RunId)
        && (Contact is null || RunName.IsOf(Contact, runId))
        && startedAt >= Since
        && startedAt <= Until
        && (After is not { } after || after.IsBefore(runId, startedAt));

    /// <summary>Whether a run failed as wanted.</summary>
    public bool HasError(Run run) => Error is null || run.Error == Error || run.AnsweredCode == Error;

    /// <summary>Whether a run is wanted.</summary>
    public bool Takes(Run run) =>
        Takes(run.RunId, run.StartedAt)
        && (Tenant is not { } tenant || run.Tenant == tenant)
        && (Flow is not { } flow || run.Flow == flow)
        && (Status is null || run.Status == Status)
        && HasError(run)
        && (Version is null || run.Version == Version);
}

/// <summary>A place in the list of runs, newest first.</summary>
/// <param name="StartedAt">The start of the run there.</param>
/// <param name="RunId">That run.</param>
internal sealed record RunPosition(DateTimeOffset StartedAt, string RunId)
{
    private const char Separator = '/';

    /// <summary>The place of a run.</summary>
    public static RunPosition Of(Run run) => new(run.StartedAt, run.RunId);

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static RunPosition? Parse(string text) =>
        text.Split(Separator, 2) is [var time, var run]
        && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var started)
            ? new RunPosition(started, run)
            : null;

    /// <summary>Whether the place is before a run in the list.</summary>
    public bool IsBefore(string runId, DateTimeOffset startedAt) =>
        startedAt < StartedAt || (startedAt == StartedAt && string.CompareOrdinal(runId, RunId) > 0);

    /// <inheritdoc />
    public override string ToString() =>
        $"{StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}{Separator}{RunId}";
}
