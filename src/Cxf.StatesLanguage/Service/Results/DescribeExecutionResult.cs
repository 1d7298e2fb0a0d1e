namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of DescribeExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="StateMachineVersionArn">The version it runs, where there is one.</param>
/// <param name="StateMachineAliasArn">The alias it was started through, where there was one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended, or null.</param>
/// <param name="Input">The input.</param>
/// <param name="InputDetails">Whether the input is there.</param>
/// <param name="Output">The output, or null.</param>
/// <param name="OutputDetails">Whether the output is there.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="Cause">The cause, or null.</param>
/// <param name="RedriveCount">Always 0: the local engine has no redrive.</param>
/// <param name="RedriveStatus">NOT_REDRIVABLE.</param>
/// <param name="RedriveStatusReason">Why.</param>
public sealed record DescribeExecutionResult(
    string ExecutionArn,
    string StateMachineArn,
    string? StateMachineVersionArn,
    string? StateMachineAliasArn,
    string Name,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    string Input,
    DataDetails InputDetails,
    string? Output,
    DataDetails? OutputDetails,
    string? Error,
    string? Cause,
    int RedriveCount,
    string RedriveStatus,
    string? RedriveStatusReason);
