using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;

namespace Cxf.StatesLanguage.Service;

/// <summary>An answer without members.</summary>
public sealed record EmptyResult;

/// <summary>Answer of CreateStateMachine.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="StateMachineVersionArn">The version, where one was published.</param>
public sealed record CreateStateMachineResult(string StateMachineArn, DateTimeOffset CreationDate, string? StateMachineVersionArn);

/// <summary>Answer of UpdateStateMachine.</summary>
/// <param name="UpdateDate">When it was updated.</param>
/// <param name="RevisionId">The current revision; null for a machine that was never changed.</param>
/// <param name="StateMachineVersionArn">The version, where one was published.</param>
public sealed record UpdateStateMachineResult(DateTimeOffset UpdateDate, string? RevisionId, string? StateMachineVersionArn);

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

/// <summary>An entry of ListStateMachines.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record StateMachineListItem(string StateMachineArn, string Name, StateMachineType Type, DateTimeOffset CreationDate);

/// <summary>Answer of ListStateMachines.</summary>
/// <param name="StateMachines">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListStateMachinesResult(IReadOnlyList<StateMachineListItem> StateMachines, string? NextToken);

/// <summary>Answer of PublishStateMachineVersion.</summary>
/// <param name="CreationDate">When the version was published.</param>
/// <param name="StateMachineVersionArn">The version.</param>
public sealed record PublishVersionResult(DateTimeOffset CreationDate, string StateMachineVersionArn);

/// <summary>An entry of ListStateMachineVersions.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
/// <param name="CreationDate">When it was published.</param>
public sealed record VersionListItem(string StateMachineVersionArn, DateTimeOffset CreationDate);

/// <summary>Answer of ListStateMachineVersions, newest first.</summary>
/// <param name="StateMachineVersions">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListVersionsResult(IReadOnlyList<VersionListItem> StateMachineVersions, string? NextToken);

/// <summary>Answer of CreateStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record CreateAliasResult(string StateMachineAliasArn, DateTimeOffset CreationDate);

/// <summary>Answer of UpdateStateMachineAlias.</summary>
/// <param name="UpdateDate">When it was updated.</param>
public sealed record UpdateAliasResult(DateTimeOffset UpdateDate);

/// <summary>Answer of DescribeStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description.</param>
/// <param name="RoutingConfiguration">Its versions and weights.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="UpdateDate">When it was last changed.</param>
public sealed record DescribeAliasResult(
    string StateMachineAliasArn,
    string Name,
    string? Description,
    IReadOnlyList<RoutingConfigurationItem> RoutingConfiguration,
    DateTimeOffset CreationDate,
    DateTimeOffset UpdateDate);

/// <summary>An entry of ListStateMachineAliases.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record AliasListItem(string StateMachineAliasArn, DateTimeOffset CreationDate);

/// <summary>Answer of ListStateMachineAliases.</summary>
/// <param name="StateMachineAliases">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListAliasesResult(IReadOnlyList<AliasListItem> StateMachineAliases, string? NextToken);

/// <summary>Answer of StartExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StartDate">When it started.</param>
public sealed record StartExecutionResult(string ExecutionArn, DateTimeOffset StartDate);

/// <summary>What a synchronous execution costs on AWS.</summary>
/// <param name="BilledDurationInMilliseconds">Its duration, rounded up to 100 ms.</param>
/// <param name="BilledMemoryUsedInMB">Memory in steps of 64 MB; the local engine always says 64.</param>
public sealed record BillingDetails(long BilledDurationInMilliseconds, long BilledMemoryUsedInMB);

/// <summary>Whether data is in the answer.</summary>
/// <param name="Included">Always true here.</param>
public sealed record DataDetails(bool Included);

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

/// <summary>Answer of ListExecutions, newest first.</summary>
/// <param name="Executions">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListExecutionsResult(IReadOnlyList<ExecutionListItem> Executions, string? NextToken);

/// <summary>Answer of StopExecution.</summary>
/// <param name="StopDate">When it was stopped.</param>
public sealed record StopExecutionResult(DateTimeOffset StopDate);

/// <summary>Answer of GetExecutionHistory.</summary>
/// <param name="Events">The events of the page.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record GetExecutionHistoryResult(IReadOnlyList<HistoryEvent> Events, string? NextToken)
{
    /// <summary>Whether the answer shows inputs and outputs.</summary>
    public bool IncludeExecutionData { get; init; } = true;
}

/// <summary>A diagnostic of ValidateStateMachineDefinition.</summary>
/// <param name="Severity">ERROR or WARNING.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Location">Where.</param>
public sealed record ValidationDiagnostic(string Severity, string Code, string Message, string? Location);

/// <summary>Answer of ValidateStateMachineDefinition.</summary>
/// <param name="Result">OK or FAIL.</param>
/// <param name="Diagnostics">What was found.</param>
/// <param name="Truncated">Whether there was more than was asked for.</param>
public sealed record ValidateDefinitionResult(string Result, IReadOnlyList<ValidationDiagnostic> Diagnostics, bool Truncated);

/// <summary>An execution as the process that hosts the engine sees it; EXPRESS ones included, which the API does not show.</summary>
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
