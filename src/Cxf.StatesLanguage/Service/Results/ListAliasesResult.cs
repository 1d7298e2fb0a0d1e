namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of ListStateMachineAliases.</summary>
/// <param name="StateMachineAliases">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListAliasesResult(IReadOnlyList<AliasListItem> StateMachineAliases, string? NextToken);
