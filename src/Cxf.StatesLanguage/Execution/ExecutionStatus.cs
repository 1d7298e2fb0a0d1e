namespace Cxf.StatesLanguage.Execution;

/// <summary>States of an execution.</summary>
public enum ExecutionStatus
{
    /// <summary>The execution is running.</summary>
    Running,

    /// <summary>It ended with an output.</summary>
    Succeeded,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>It exceeded its time limit.</summary>
    TimedOut,

    /// <summary>It was stopped.</summary>
    Aborted,
}

/// <summary>Statuses as the API writes them.</summary>
internal static class StatusNames
{
    /// <summary>The statuses that executions can be filtered by, in the order in which AWS's message lists them.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING"];

    public static string Of(ExecutionStatus status) =>
        status switch
        {
            ExecutionStatus.Running => "RUNNING",
            ExecutionStatus.Succeeded => "SUCCEEDED",
            ExecutionStatus.Failed => "FAILED",
            ExecutionStatus.TimedOut => "TIMED_OUT",
            _ => "ABORTED",
        };
}
