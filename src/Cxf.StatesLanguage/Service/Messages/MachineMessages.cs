using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>Request of CreateStateMachine.</summary>
/// <param name="Name">1 to 80 characters.</param>
/// <param name="Definition">Amazon States Language.</param>
/// <param name="RoleArn">The machine's role.</param>
/// <param name="Type">Default STANDARD.</param>
/// <param name="Publish">Whether version 1 is published at once.</param>
/// <param name="VersionDescription">Only with <paramref name="Publish"/>.</param>
/// <param name="LoggingConfiguration">Default: no log.</param>
/// <param name="TracingConfiguration">Default: no trace.</param>
/// <param name="Tags">Default: none. Ignored when a creation is repeated, as on AWS.</param>
/// <param name="EncryptionConfiguration">Default: AWS's own key.</param>
public sealed record CreateStateMachineRequest(
    string? Name,
    string? Definition,
    string? RoleArn,
    StateMachineType? Type = null,
    bool? Publish = null,
    string? VersionDescription = null,
    LoggingConfiguration? LoggingConfiguration = null,
    TracingConfiguration? TracingConfiguration = null,
    IReadOnlyList<Tag>? Tags = null,
    EncryptionConfiguration? EncryptionConfiguration = null
);

/// <summary>Request of UpdateStateMachine; null members stay unchanged.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Definition">The new definition.</param>
/// <param name="RoleArn">The new role.</param>
/// <param name="Publish">Whether the result is published as a version.</param>
/// <param name="VersionDescription">Only with <paramref name="Publish"/>.</param>
/// <param name="LoggingConfiguration">The new logging.</param>
/// <param name="TracingConfiguration">The new tracing.</param>
/// <param name="EncryptionConfiguration">The new key.</param>
public sealed record UpdateStateMachineRequest(
    string? StateMachineArn,
    string? Definition = null,
    string? RoleArn = null,
    bool? Publish = null,
    string? VersionDescription = null,
    LoggingConfiguration? LoggingConfiguration = null,
    TracingConfiguration? TracingConfiguration = null,
    EncryptionConfiguration? EncryptionConfiguration = null
);

/// <summary>Request of operations that take a machine's ARN only.</summary>
/// <param name="StateMachineArn">The machine, or a version of it.</param>
/// <param name="IncludedData">DescribeStateMachine: METADATA_ONLY omits the definition from the answer.</param>
public sealed record StateMachineRequest(string? StateMachineArn, string? IncludedData = null);

/// <summary>Request of ValidateStateMachineDefinition.</summary>
/// <param name="Definition">Amazon States Language.</param>
/// <param name="Type">Default STANDARD.</param>
/// <param name="Severity">ERROR leaves warnings out.</param>
/// <param name="MaxResults">Diagnostics in the answer, at most 100; 0 or null for 100.</param>
public sealed record ValidateDefinitionRequest(
    string? Definition,
    StateMachineType? Type = null,
    string? Severity = null,
    int? MaxResults = null
);

/// <summary>Answer of CreateStateMachine.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="StateMachineVersionArn">The version, where one was published.</param>
public sealed record CreateStateMachineResult(
    string StateMachineArn,
    DateTimeOffset CreationDate,
    string? StateMachineVersionArn
);

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
/// <param name="EncryptionConfiguration">The key that it names.</param>
/// <param name="VariableReferences">The variables that each state reads; null if none does.</param>
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
    string? Description,
    EncryptionConfiguration EncryptionConfiguration,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? VariableReferences
);

/// <summary>Answer of ListStateMachines.</summary>
/// <param name="StateMachines">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListStateMachinesResult(IReadOnlyList<StateMachineListItem> StateMachines, string? NextToken);

/// <summary>An entry of ListStateMachines.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record StateMachineListItem(
    string StateMachineArn,
    string Name,
    StateMachineType Type,
    DateTimeOffset CreationDate
);

/// <summary>Answer of ValidateStateMachineDefinition.</summary>
/// <param name="Result">OK or FAIL.</param>
/// <param name="Diagnostics">The diagnostics.</param>
/// <param name="Truncated">Whether there were more diagnostics than requested.</param>
public sealed record ValidateDefinitionResult(string Result, IReadOnlyList<ValidationDiagnostic> Diagnostics, bool Truncated);

/// <summary>A diagnostic of ValidateStateMachineDefinition.</summary>
/// <param name="Severity">ERROR or WARNING.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Location">The location.</param>
public sealed record ValidationDiagnostic(string Severity, string Code, string Message, string? Location);
