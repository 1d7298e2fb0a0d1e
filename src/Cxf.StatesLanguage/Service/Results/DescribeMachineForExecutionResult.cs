namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of DescribeStateMachineForExecution.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Definition">The definition that the execution runs.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="UpdateDate">When the machine became what the execution runs.</param>
/// <param name="LoggingConfiguration">The logging.</param>
/// <param name="TracingConfiguration">The tracing.</param>
/// <param name="RevisionId">The revision; null for a machine that was never changed.</param>
public sealed record DescribeMachineForExecutionResult(
    string StateMachineArn,
    string Name,
    string Definition,
    string RoleArn,
    DateTimeOffset UpdateDate,
    LoggingConfiguration LoggingConfiguration,
    TracingConfiguration TracingConfiguration,
    string? RevisionId);
