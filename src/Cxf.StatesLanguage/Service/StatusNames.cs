using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Service;

/// <summary>Statuses as the API writes them.</summary>
internal static class StatusNames
{
    /// <summary>What executions can be listed by. Nothing is redriven here, so none is ever PENDING_REDRIVE.</summary>
    public static IReadOnlyList<string> All { get; } = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"];

    public static string Of(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };
}
