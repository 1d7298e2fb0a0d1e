namespace Cxf.StatesLanguage.Service;

/// <summary>A log group.</summary>
/// <param name="LogGroupArn">Its ARN.</param>
public sealed record CloudWatchLogsLogGroup(string? LogGroupArn);

/// <summary>Where a machine's log goes.</summary>
/// <param name="CloudWatchLogsLogGroup">The log group.</param>
public sealed record LogDestination(CloudWatchLogsLogGroup? CloudWatchLogsLogGroup);

/// <summary>What a machine logs. The local engine keeps it and logs nothing.</summary>
/// <param name="Level">ALL, ERROR, FATAL or OFF; default OFF.</param>
/// <param name="IncludeExecutionData">Whether input and output are logged; default false.</param>
/// <param name="Destinations">Exactly one where the level is not OFF.</param>
public sealed record LoggingConfiguration(string? Level = "OFF", bool IncludeExecutionData = false, IReadOnlyList<LogDestination>? Destinations = null);

/// <summary>Whether a machine is traced. The local engine keeps it and traces nothing.</summary>
/// <param name="Enabled">Default false.</param>
public sealed record TracingConfiguration(bool Enabled = false);

/// <summary>One version of an alias.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
/// <param name="Weight">Its share of the executions in percent.</param>
public sealed record RoutingConfigurationItem(string? StateMachineVersionArn, int Weight);

/// <summary>Request of CreateStateMachine.</summary>
/// <param name="Name">1 to 80 characters.</param>
/// <param name="Definition">Amazon States Language.</param>
/// <param name="RoleArn">The machine's role.</param>
/// <param name="Type">Default STANDARD.</param>
/// <param name="Publish">Whether version 1 is published at once.</param>
/// <param name="VersionDescription">Only with <paramref name="Publish"/>.</param>
/// <param name="LoggingConfiguration">Default: no log.</param>
/// <param name="TracingConfiguration">Default: no trace.</param>
public sealed record CreateStateMachineRequest(
    string? Name,
    string? Definition,
    string? RoleArn,
    StateMachineType? Type = null,
    bool? Publish = null,
    string? VersionDescription = null,
    LoggingConfiguration? LoggingConfiguration = null,
    TracingConfiguration? TracingConfiguration = null);

/// <summary>Request of UpdateStateMachine; what is null stays as it is.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Definition">The new definition.</param>
/// <param name="RoleArn">The new role.</param>
/// <param name="Publish">Whether the result is published as a version.</param>
/// <param name="VersionDescription">Only with <paramref name="Publish"/>.</param>
/// <param name="LoggingConfiguration">The new logging.</param>
/// <param name="TracingConfiguration">The new tracing.</param>
public sealed record UpdateStateMachineRequest(
    string? StateMachineArn,
    string? Definition = null,
    string? RoleArn = null,
    bool? Publish = null,
    string? VersionDescription = null,
    LoggingConfiguration? LoggingConfiguration = null,
    TracingConfiguration? TracingConfiguration = null);

/// <summary>Request of operations that take a machine's ARN only.</summary>
/// <param name="StateMachineArn">The machine, or a version of it.</param>
public sealed record StateMachineRequest(string? StateMachineArn);

/// <summary>Request of operations that take an execution's ARN only.</summary>
/// <param name="ExecutionArn">The execution.</param>
public sealed record ExecutionRequest(string? ExecutionArn);

/// <summary>Request of the listings.</summary>
/// <param name="StateMachineArn">The machine, where the listing belongs to one.</param>
/// <param name="MaxResults">Items on a page, at most 1,000; 0 or null for 100.</param>
/// <param name="NextToken">The token of the page before.</param>
/// <param name="StatusFilter">ListExecutions: only executions in this status.</param>
public sealed record ListRequest(string? StateMachineArn = null, int? MaxResults = null, string? NextToken = null, string? StatusFilter = null);

/// <summary>Request of PublishStateMachineVersion.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="RevisionId">Publish only if this is the current revision.</param>
/// <param name="Description">The version's description.</param>
public sealed record PublishVersionRequest(string? StateMachineArn, string? RevisionId = null, string? Description = null);

/// <summary>Request of DeleteStateMachineVersion.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
public sealed record VersionRequest(string? StateMachineVersionArn);

/// <summary>Request of CreateStateMachineAlias.</summary>
/// <param name="Name">1 to 80 of <c>A-Z a-z 0-9 - _ .</c>, not a number.</param>
/// <param name="RoutingConfiguration">One or two versions of the same machine whose weights make 100.</param>
/// <param name="Description">The alias' description.</param>
public sealed record CreateAliasRequest(string? Name, IReadOnlyList<RoutingConfigurationItem>? RoutingConfiguration, string? Description = null);

/// <summary>Request of UpdateStateMachineAlias; what is null stays as it is.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="RoutingConfiguration">The new routing.</param>
/// <param name="Description">The new description.</param>
public sealed record UpdateAliasRequest(
    string? StateMachineAliasArn, IReadOnlyList<RoutingConfigurationItem>? RoutingConfiguration = null, string? Description = null);

/// <summary>Request of DescribeStateMachineAlias and DeleteStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
public sealed record AliasRequest(string? StateMachineAliasArn);

/// <summary>Request of StartExecution and StartSyncExecution.</summary>
/// <param name="StateMachineArn">The machine, a version or an alias. <c>#TestCase</c> behind it names a test case of the mock file.</param>
/// <param name="Name">The execution's name; a UUID by default.</param>
/// <param name="Input">JSON of at most 262,144 bytes; <c>{}</c> by default.</param>
public sealed record StartExecutionRequest(string? StateMachineArn, string? Name = null, string? Input = null);

/// <summary>Request of StopExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="Error">The error it ends with.</param>
/// <param name="Cause">The cause it ends with.</param>
public sealed record StopExecutionRequest(string? ExecutionArn, string? Error = null, string? Cause = null);

/// <summary>Request of GetExecutionHistory.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="MaxResults">Events on a page, at most 1,000; 0 or null for 100.</param>
/// <param name="NextToken">The token of the page before.</param>
/// <param name="ReverseOrder">Newest events first.</param>
/// <param name="IncludeExecutionData">Whether inputs and outputs are in the answer; default true.</param>
public sealed record GetExecutionHistoryRequest(
    string? ExecutionArn, int? MaxResults = null, string? NextToken = null, bool? ReverseOrder = null, bool? IncludeExecutionData = null);

/// <summary>Request of ValidateStateMachineDefinition.</summary>
/// <param name="Definition">Amazon States Language.</param>
/// <param name="Type">Default STANDARD.</param>
/// <param name="Severity">ERROR leaves warnings out.</param>
/// <param name="MaxResults">Diagnostics in the answer, at most 100; 0 or null for 100.</param>
public sealed record ValidateDefinitionRequest(string? Definition, StateMachineType? Type = null, string? Severity = null, int? MaxResults = null);
