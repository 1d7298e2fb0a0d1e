namespace Cxf.StatesLanguage.Service;

/// <summary>Request of PublishStateMachineVersion.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="RevisionId">Publish only if this is the current revision.</param>
/// <param name="Description">The version's description.</param>
public sealed record PublishVersionRequest(string? StateMachineArn, string? RevisionId = null, string? Description = null);

/// <summary>Request of DeleteStateMachineVersion.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
public sealed record VersionRequest(string? StateMachineVersionArn);

/// <summary>Answer of PublishStateMachineVersion.</summary>
/// <param name="CreationDate">When the version was published.</param>
/// <param name="StateMachineVersionArn">The version.</param>
public sealed record PublishVersionResult(DateTimeOffset CreationDate, string StateMachineVersionArn);

/// <summary>Answer of ListStateMachineVersions, newest first.</summary>
/// <param name="StateMachineVersions">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListVersionsResult(IReadOnlyList<VersionListItem> StateMachineVersions, string? NextToken);

/// <summary>An entry of ListStateMachineVersions.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
/// <param name="CreationDate">When it was published.</param>
public sealed record VersionListItem(string StateMachineVersionArn, DateTimeOffset CreationDate);
