namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of PublishStateMachineVersion.</summary>
/// <param name="CreationDate">When the version was published.</param>
/// <param name="StateMachineVersionArn">The version.</param>
public sealed record PublishVersionResult(DateTimeOffset CreationDate, string StateMachineVersionArn);
