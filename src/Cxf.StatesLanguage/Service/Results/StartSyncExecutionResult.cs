namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of StartSyncExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">The execution's name.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended.</param>
/// <param name="Status">SUCCEEDED, FAILED or TIMED_OUT.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="Cause">The cause, or null.</param>
/// <param name="Input">The input.</param>
/// <param name="InputDetails">Whether the input is there.</param>
/// <param name="Output">The output, or null.</param>
/// <param name="OutputDetails">Whether the output is there.</param>
/// <param name="BillingDetails">What it costs.</param>
public sealed record StartSyncExecutionResult(
    string ExecutionArn,
    string StateMachineArn,
    string Name,
    DateTimeOffset StartDate,
    DateTimeOffset StopDate,
    string Status,
    string? Error,
    string? Cause,
    string Input,
    DataDetails InputDetails,
    string? Output,
    DataDetails? OutputDetails,
    BillingDetails BillingDetails);
