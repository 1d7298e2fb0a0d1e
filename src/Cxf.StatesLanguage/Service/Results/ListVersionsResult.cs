namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of ListStateMachineVersions, newest first.</summary>
/// <param name="StateMachineVersions">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListVersionsResult(IReadOnlyList<VersionListItem> StateMachineVersions, string? NextToken);
