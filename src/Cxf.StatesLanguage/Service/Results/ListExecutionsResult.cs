namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of ListExecutions, newest first.</summary>
/// <param name="Executions">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListExecutionsResult(IReadOnlyList<ExecutionListItem> Executions, string? NextToken);
