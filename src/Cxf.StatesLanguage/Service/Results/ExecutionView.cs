using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Service;

/// <summary>An execution as the process that hosts the engine sees it; EXPRESS ones included, which the API does not
/// show.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended, or null.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="Cause">The cause, or null.</param>
/// <param name="Output">The output, or null.</param>
public sealed record ExecutionView(
    string ExecutionArn,
    string StateMachineArn,
    string Name,
    ExecutionStatus Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    string? Error,
    string? Cause,
    string? Output);
