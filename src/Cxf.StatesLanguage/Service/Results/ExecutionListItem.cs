namespace Cxf.StatesLanguage.Service;

/// <summary>An entry of ListExecutions.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="StateMachineVersionArn">The version it runs, where there is one.</param>
/// <param name="StateMachineAliasArn">The alias it was started through, where there was one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended, or null.</param>
/// <param name="RedriveCount">Always 0.</param>
public sealed record ExecutionListItem(
    string ExecutionArn,
    string StateMachineArn,
    string? StateMachineVersionArn,
    string? StateMachineAliasArn,
    string Name,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    int RedriveCount);
