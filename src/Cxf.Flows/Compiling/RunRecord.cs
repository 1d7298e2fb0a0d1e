using Cxf.Documents.Identifiers;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The record of a claimed run in the table of runs: its keys, its attributes and how long its writes take. A compiled
/// machine writes it; the functions read it, and write the failures that a machine cannot.
/// </summary>
public static class RunRecord
{
    /// <summary>The partition key's attribute: <c>TENANT#&lt;tenant&gt;</c>; see <see cref="PartitionOf"/>.</summary>
    public const string PartitionKey = "pk";

    /// <summary>The sort key's attribute: <c>RUN#&lt;runId&gt;</c>.</summary>
    public const string SortKey = "sk";

    /// <summary>The prefix of the tenant in <see cref="PartitionKey"/>.</summary>
    public const string TenantPrefix = "TENANT#";

    /// <summary>The prefix of the run's id in <see cref="SortKey"/>.</summary>
    public const string RunPrefix = "RUN#";

    /// <summary>The ARN of the execution that does the run (Execution.Id); of two under one name, only one has it.</summary>
    public const string ClaimedBy = "claimedBy";

    /// <summary>
    /// The hash of the payload that the run was asked for with, from the run's input
    /// (<see cref="Runs.ExecutionInput.ReceivedHash"/>), or <see cref="NoHash"/>.
    /// </summary>
    public const string ReceivedHash = "receivedHash";

    /// <summary>The hash of a run whose input has none: one that somebody started by hand.</summary>
    public const string NoHash = "NONE";

    /// <summary>When the execution started (Execution.StartTime), ISO 8601.</summary>
    public const string StartedAt = "startedAt";

    /// <summary>The second since 1970 after which the machine has given up; a number.</summary>
    public const string EndsBy = "endsBy";

    /// <summary>The second since 1970 after which DynamoDB may remove the record (TTL); a number.</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary>How the run ended, <see cref="Succeeded"/> or <see cref="Failed"/>; absent while it has not.</summary>
    public const string Status = "status";

    /// <summary>The answer of a run that succeeded: the JSON text of <c>{"message": …, "outputs": {…}}</c>.</summary>
    public const string Output = "output";

    /// <summary>
    /// The member that a machine adds to its output when it could not write it to the record: whoever waits for the output writes
    /// it.
    /// </summary>
    public const string Unrecorded = "unrecorded";

    /// <summary>The error code of a run that failed.</summary>
    public const string Error = "error";

    /// <summary>What a run that failed says: for FlowFailed the author's sentence, else one for operators.</summary>
    public const string Cause = "cause";

    /// <summary>The status of a run with an answer.</summary>
    public const string Succeeded = "SUCCEEDED";

    /// <summary>The status of a run that failed.</summary>
    public const string Failed = "FAILED";

    /// <summary>The error of an execution that found its run claimed by another one.</summary>
    public const string ClaimedAlready = "RunClaimed";

    /// <summary>How long one write may take, in seconds (the state's TimeoutSeconds; the least there is).</summary>
    public const int WriteSeconds = 1;

    /// <summary>
    /// How often a write is tried again. The waits before it are at most <see cref="RetryIntervalSeconds"/> each.
    /// </summary>
    public const int WriteRetries = 1;

    /// <summary>
    /// The longest wait before a write is tried again, in seconds (the least there is; jitter makes it shorter).
    /// </summary>
    public const int RetryIntervalSeconds = 1;

    /// <summary>
    /// How often the machine tries again to write an answer that it could not write, where no caller waits for it any more. The
    /// waits before it double from <see cref="RetryIntervalSeconds"/>.
    /// </summary>
    public const int RewriteRetries = 3;

    /// <summary>
    /// How long a record is kept after its run's start, in seconds: 91 days. A contact can come to the same step again as long as
    /// it lives, and a run whose record is gone would be done once more. The longest contact is a task, which ends after 90 days
    /// at most (Amazon Connect administrator guide, "Concepts: tasks"); a STANDARD execution's name is taken for 90 days, too.
    /// </summary>
    public const int KeptSeconds = 91 * 86_400;

    /// <summary>The partition of a tenant's records. Who is created under a deleted tenant's id has one of its own.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="generation">How many tenants of that id were deleted before.</param>
    public static string PartitionOf(TenantId tenant, int generation) =>
        generation == 0 ? $"{TenantPrefix}{tenant}" : $"{TenantPrefix}{tenant}#{generation}";
}
