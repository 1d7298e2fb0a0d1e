using Cxf.ApiCalls.Identifiers;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The record by which the runs of EXPRESS machines with unsafe calls are found again: the machine claims it in its first state
/// and writes its answer there; ExecuteFlow and GetFlowResult read it. Attributes are texts unless said otherwise.
/// </summary>
public static class RunRecord
{
    /// <summary>The partition key: <see cref="PartitionOf"/>.</summary>
    public const string Partition = "pk";

    /// <summary>The sort key: <see cref="SortPrefix"/> and the run's id.</summary>
    public const string Sort = "sk";

    /// <summary>What a sort key begins with.</summary>
    public const string SortPrefix = "RUN#";

    /// <summary>The execution that holds the claim: its <c>$states.context.Execution.Id</c>.</summary>
    public const string ClaimedBy = "claimedBy";

    /// <summary>The value of <see cref="PayloadHashExpression"/>.</summary>
    public const string PayloadHash = "payloadHash";

    /// <summary>When the execution started, as <c>$states.context.Execution.StartTime</c> says it.</summary>
    public const string StartedAt = "startedAt";

    /// <summary>When the machine gives up at the latest: epoch seconds, a number.</summary>
    public const string EndsBy = "endsBy";

    /// <summary>When DynamoDB may delete the record: epoch seconds, a number (the table's TTL attribute).</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary>How the run ended: <see cref="Succeeded"/> or <see cref="Failed"/>; absent while it has no answer.</summary>
    public const string Status = "status";

    /// <summary>The JSON text of <c>{"message": …, "outputs": {…}}</c>, of a run that succeeded.</summary>
    public const string Output = "output";

    /// <summary>The error of a run that failed.</summary>
    public const string Error = "error";

    /// <summary>The cause of a run that failed.</summary>
    public const string Cause = "cause";

    /// <summary>The run has its answer.</summary>
    public const string Succeeded = "SUCCEEDED";

    /// <summary>The run failed.</summary>
    public const string Failed = "FAILED";

    /// <summary>The error of an execution that finds the record claimed by another.</summary>
    public const string ClaimedError = "RunClaimed";

    /// <summary>
    /// What tells two payloads under one run's name apart, as JSONata on the run's input. The machine evaluates it, and ExecuteFlow
    /// evaluates the same text.
    /// </summary>
    public const string PayloadHashExpression = "$hash($string($states.context.Execution.Input.payload), 'SHA-256')";

    /// <summary>The partition of a tenant: the tenant is the leading key of everything it owns.</summary>
    public static string PartitionOf(TenantId tenant) => $"TENANT#{tenant}";
}
