using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>Request of StartExecution and StartSyncExecution.</summary>
/// <param name="StateMachineArn">The machine, a version or an alias. The suffix <c>#TestCase</c> selects a test case of the mock
/// file.</param>
/// <param name="Name">The execution's name; a UUID by default.</param>
/// <param name="Input">JSON of at most 262,144 bytes; <c>{}</c> by default.</param>
/// <param name="IncludedData">StartSyncExecution: METADATA_ONLY omits input and output from the answer.</param>
public sealed record StartExecutionRequest(
    string? StateMachineArn,
    string? Name = null,
    string? Input = null,
    string? IncludedData = null
);

/// <summary>Request of RedriveExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="ClientToken">A repeated request with the same token does nothing.</param>
public sealed record RedriveExecutionRequest(string? ExecutionArn, string? ClientToken = null);

/// <summary>Answer of RedriveExecution.</summary>
/// <param name="RedriveDate">When the execution was started again.</param>
public sealed record RedriveExecutionResult(DateTimeOffset RedriveDate);

/// <summary>Request of StopExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="Error">The error it ends with.</param>
/// <param name="Cause">The cause it ends with.</param>
public sealed record StopExecutionRequest(string? ExecutionArn, string? Error = null, string? Cause = null);

/// <summary>Request of operations that take an execution's ARN only.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="IncludedData">METADATA_ONLY omits input, output and definition from the answer.</param>
public sealed record ExecutionRequest(string? ExecutionArn, string? IncludedData = null);

/// <summary>Request of GetExecutionHistory.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="MaxResults">Events on a page, at most 1,000; 0 or null for 100.</param>
/// <param name="NextToken">The token of the previous page.</param>
/// <param name="ReverseOrder">Newest events first.</param>
/// <param name="IncludeExecutionData">Whether inputs and outputs are in the answer; default true.</param>
public sealed record GetExecutionHistoryRequest(
    string? ExecutionArn,
    int? MaxResults = null,
    string? NextToken = null,
    bool? ReverseOrder = null,
    bool? IncludeExecutionData = null
);

/// <summary>Answer of StartExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StartDate">When it started.</param>
public sealed record StartExecutionResult(string ExecutionArn, DateTimeOffset StartDate);

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
/// <param name="InputDetails">Whether the input is included.</param>
/// <param name="Output">The output, or null.</param>
/// <param name="OutputDetails">Whether the output is included.</param>
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
    string? Input,
    DataDetails InputDetails,
    string? Output,
    DataDetails? OutputDetails,
    BillingDetails BillingDetails
);

/// <summary>What a synchronous execution costs on AWS.</summary>
/// <param name="BilledDurationInMilliseconds">Its duration, rounded up to 100 ms.</param>
/// <param name="BilledMemoryUsedInMB">Memory in steps of 64 MB; the local engine always says 64.</param>
public sealed record BillingDetails(long BilledDurationInMilliseconds, long BilledMemoryUsedInMB);

/// <summary>Answer of StopExecution.</summary>
/// <param name="StopDate">When it was stopped.</param>
public sealed record StopExecutionResult(DateTimeOffset StopDate);

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
/// <param name="InputDetails">Whether the input is included.</param>
/// <param name="Output">The output, or null.</param>
/// <param name="OutputDetails">Whether the output is included.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="Cause">The cause, or null.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="RedriveDate">When it was last redriven, or null.</param>
/// <param name="RedriveStatus">REDRIVABLE or NOT_REDRIVABLE.</param>
/// <param name="RedriveStatusReason">Why it cannot be redriven, or null.</param>
public sealed record DescribeExecutionResult(
    string ExecutionArn,
    string StateMachineArn,
    string? StateMachineVersionArn,
    string? StateMachineAliasArn,
    string Name,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    string? Input,
    DataDetails InputDetails,
    string? Output,
    DataDetails? OutputDetails,
    string? Error,
    string? Cause,
    int RedriveCount,
    DateTimeOffset? RedriveDate,
    string RedriveStatus,
    string? RedriveStatusReason
);

/// <summary>Answer of DescribeStateMachineForExecution.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Definition">The definition that the execution runs.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="UpdateDate">When the machine got the revision that the execution runs.</param>
/// <param name="LoggingConfiguration">The logging.</param>
/// <param name="TracingConfiguration">The tracing.</param>
/// <param name="RevisionId">The revision; null for a machine that was never changed.</param>
/// <param name="EncryptionConfiguration">The key that it names.</param>
/// <param name="VariableReferences">The variables that each state reads; null if none does.</param>
public sealed record DescribeMachineForExecutionResult(
    string StateMachineArn,
    string Name,
    string Definition,
    string RoleArn,
    DateTimeOffset UpdateDate,
    LoggingConfiguration LoggingConfiguration,
    TracingConfiguration TracingConfiguration,
    string? RevisionId,
    EncryptionConfiguration EncryptionConfiguration,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? VariableReferences
);

/// <summary>Answer of GetExecutionHistory.</summary>
/// <param name="Events">The events of the page.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record GetExecutionHistoryResult(IReadOnlyList<HistoryEvent> Events, string? NextToken)
{
    /// <summary>Whether the answer shows inputs and outputs.</summary>
    public bool IncludeExecutionData { get; init; } = true;
}

/// <summary>Answer of ListExecutions, newest first.</summary>
/// <param name="Executions">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListExecutionsResult(IReadOnlyList<ExecutionListItem> Executions, string? NextToken);

/// <summary>An entry of ListExecutions.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="StateMachineVersionArn">The version it runs, where there is one.</param>
/// <param name="StateMachineAliasArn">The alias it was started through, where there was one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended, or null.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="RedriveDate">When it was last redriven, or null.</param>
/// <param name="MapRunArn">The map run that started it, or null.</param>
/// <param name="ItemCount">A map run's child: how many items it processes.</param>
public sealed record ExecutionListItem(
    string ExecutionArn,
    string StateMachineArn,
    string? StateMachineVersionArn,
    string? StateMachineAliasArn,
    string Name,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    int RedriveCount,
    DateTimeOffset? RedriveDate = null,
    string? MapRunArn = null,
    int? ItemCount = null
);

/// <summary>An execution as the hosting process sees it, including EXPRESS executions, which the API does not show.</summary>
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
    string? Output
);

/// <summary>Whether data is in the answer.</summary>
/// <param name="Included">False for METADATA_ONLY.</param>
public sealed record DataDetails(bool Included);
