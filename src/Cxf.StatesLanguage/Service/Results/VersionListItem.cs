namespace Cxf.StatesLanguage.Service;

/// <summary>An entry of ListStateMachineVersions.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
/// <param name="CreationDate">When it was published.</param>
public sealed record VersionListItem(string StateMachineVersionArn, DateTimeOffset CreationDate);
