using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Service;

/// <summary>Statuses as the API writes them.</summary>
internal static class StatusNames
{
    public static string Of(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };
}
