namespace Cxf.StatesLanguage.Service;

/// <summary>Request of the listings.</summary>
/// <param name="StateMachineArn">The machine, where the listing belongs to one.</param>
/// <param name="MaxResults">Items on a page, at most 1,000; 0 or null for 100.</param>
/// <param name="NextToken">The token of the previous page.</param>
/// <param name="StatusFilter">ListExecutions: only executions in this status.</param>
/// <param name="MapRunArn">ListExecutions: the map run whose children are listed, instead of a machine.</param>
/// <param name="RedriveFilter">ListExecutions: REDRIVEN or NOT_REDRIVEN ones only.</param>
public sealed record ListRequest(
    string? StateMachineArn = null,
    int? MaxResults = null,
    string? NextToken = null,
    string? StatusFilter = null,
    string? MapRunArn = null,
    string? RedriveFilter = null
);
