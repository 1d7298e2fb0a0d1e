namespace Cxf.StatesLanguage.Service;

/// <summary>Request of DeleteStateMachineVersion.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
public sealed record VersionRequest(string? StateMachineVersionArn);
