namespace Cxf.StatesLanguage.Service;

/// <summary>Request of GetExecutionHistory.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="MaxResults">Events on a page, at most 1,000; 0 or null for 100.</param>
/// <param name="NextToken">The token of the page before.</param>
/// <param name="ReverseOrder">Newest events first.</param>
/// <param name="IncludeExecutionData">Whether inputs and outputs are in the answer; default true.</param>
public sealed record GetExecutionHistoryRequest(
    string? ExecutionArn, int? MaxResults = null, string? NextToken = null, bool? ReverseOrder = null, bool? IncludeExecutionData = null);
