namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of ListStateMachines.</summary>
/// <param name="StateMachines">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListStateMachinesResult(IReadOnlyList<StateMachineListItem> StateMachines, string? NextToken);
