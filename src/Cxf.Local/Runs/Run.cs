using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Local.Runs;

/// <summary>A run of a flow, as a deployment knows it.</summary>
internal sealed record Run
{
    /// <summary>The status of an EXPRESS run whose end is in no log and no record.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>The run's ID, which begins with the contact ID.</summary>
    public required string RunId { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The flow.</summary>
    public required FlowId Flow { get; init; }

    /// <summary>Whether it is an EXPRESS execution, whose history is in a log.</summary>
    public required bool IsExpress { get; init; }

    /// <summary>The execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED or UNKNOWN.</summary>
    public required string Status { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null if it runs, or if only its record is known.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The version in Step Functions; null if it is not known.</summary>
    public string? MachineVersionArn { get; init; }

    /// <summary>The flow's version; null if it is not known.</summary>
    public int? Version { get; init; }

    /// <summary>The error code of a run that failed.</summary>
    public string? Error { get; init; }

    /// <summary>The cause of a run that failed.</summary>
    public string? Cause { get; init; }

    /// <summary>The answer of a run that succeeded, as JSON; null if it is not known.</summary>
    public string? Output { get; init; }

    /// <summary>How often it was started again.</summary>
    public int Redrives { get; init; }

    /// <summary>The error code that contact flows get; null if they get none.</summary>
    public string? AnsweredCode =>
        Status switch
        {
            "FAILED" => RunAnswer.Failed(RunId, Error, Cause).ErrorCode,
            "TIMED_OUT" => FlowAnswer.TimedOut(RunId).ErrorCode,
            _ => null,
        };

    /// <summary>What two sources know of one run: the values of this one, completed.</summary>
    public Run With(Run other) =>
        this with
        {
            Status = Status is Unknown or "RUNNING" ? other.Status : Status,
            EndedAt = EndedAt ?? other.EndedAt,
            MachineVersionArn = MachineVersionArn ?? other.MachineVersionArn,
            Error = Error ?? other.Error,
            Cause = Cause ?? other.Cause,
            Output = Output ?? other.Output,
        };
}
