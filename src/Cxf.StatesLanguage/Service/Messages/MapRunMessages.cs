namespace Cxf.StatesLanguage.Service;

/// <summary>Request of ListMapRuns.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="MaxResults">Items on a page, at most 1,000; 0 or null for 100.</param>
/// <param name="NextToken">The token of the previous page.</param>
public sealed record ListMapRunsRequest(string? ExecutionArn, int? MaxResults = null, string? NextToken = null);

/// <summary>Request of DescribeMapRun.</summary>
/// <param name="MapRunArn">The map run.</param>
public sealed record MapRunRequest(string? MapRunArn);

/// <summary>Request of UpdateMapRun; null members stay unchanged.</summary>
/// <param name="MapRunArn">The map run, which must be running.</param>
/// <param name="MaxConcurrency">How many children run at once; 0 for AWS's own limit.</param>
/// <param name="ToleratedFailurePercentage">How many children may fail, in percent.</param>
/// <param name="ToleratedFailureCount">How many children may fail.</param>
public sealed record UpdateMapRunRequest(
    string? MapRunArn,
    int? MaxConcurrency = null,
    double? ToleratedFailurePercentage = null,
    int? ToleratedFailureCount = null
);

/// <summary>Answer of ListMapRuns.</summary>
/// <param name="MapRuns">The entries, newest first.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListMapRunsResult(IReadOnlyList<MapRunListItem> MapRuns, string? NextToken);

/// <summary>An entry of ListMapRuns.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="MapRunArn">The map run.</param>
/// <param name="StateMachineArn">The machine of the Map state: <c>…:stateMachine:machine/label</c>.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended, or null.</param>
public sealed record MapRunListItem(
    string ExecutionArn,
    string MapRunArn,
    string StateMachineArn,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate
);

/// <summary>Answer of DescribeMapRun.</summary>
/// <param name="MapRunArn">The map run.</param>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED or ABORTED.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended, or null.</param>
/// <param name="MaxConcurrency">How many children run at once; 0 for AWS's own limit.</param>
/// <param name="ToleratedFailurePercentage">How many children may fail, in percent.</param>
/// <param name="ToleratedFailureCount">How many children may fail.</param>
/// <param name="ItemCounts">The items by the status of their children.</param>
/// <param name="ExecutionCounts">The children by status.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="RedriveDate">When it was last redriven, or null.</param>
public sealed record DescribeMapRunResult(
    string MapRunArn,
    string ExecutionArn,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    int MaxConcurrency,
    double ToleratedFailurePercentage,
    int ToleratedFailureCount,
    MapRunCounts ItemCounts,
    MapRunCounts ExecutionCounts,
    int RedriveCount,
    DateTimeOffset? RedriveDate
);

/// <summary>Children or items of a map run by status.</summary>
/// <param name="Pending">Not yet started.</param>
/// <param name="Running">Started and not ended.</param>
/// <param name="Succeeded">Ended with an output.</param>
/// <param name="Failed">Ended with an error.</param>
/// <param name="TimedOut">Exceeded their time limit.</param>
/// <param name="Aborted">Stopped.</param>
/// <param name="Total">All.</param>
/// <param name="ResultsWritten">Whose results are in the state's output.</param>
public sealed record MapRunCounts(
    int Pending,
    int Running,
    int Succeeded,
    int Failed,
    int TimedOut,
    int Aborted,
    int Total,
    int ResultsWritten
);
