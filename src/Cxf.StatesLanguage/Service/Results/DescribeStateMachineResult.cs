namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of DescribeStateMachine.</summary>
/// <param name="StateMachineArn">The machine or version asked for.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Status">ACTIVE.</param>
/// <param name="Definition">The definition's text as it was given.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Type">The type.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="LoggingConfiguration">The logging.</param>
/// <param name="TracingConfiguration">The tracing.</param>
/// <param name="RevisionId">The revision; null for a machine that was never changed.</param>
/// <param name="Description">The version's description.</param>
public sealed record DescribeStateMachineResult(
    string StateMachineArn,
    string Name,
    string Status,
    string Definition,
    string RoleArn,
    StateMachineType Type,
    DateTimeOffset CreationDate,
    LoggingConfiguration LoggingConfiguration,
    TracingConfiguration TracingConfiguration,
    string? RevisionId,
    string? Description);
