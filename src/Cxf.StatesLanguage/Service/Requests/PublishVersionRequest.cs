namespace Cxf.StatesLanguage.Service;

/// <summary>Request of PublishStateMachineVersion.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="RevisionId">Publish only if this is the current revision.</param>
/// <param name="Description">The version's description.</param>
public sealed record PublishVersionRequest(string? StateMachineArn, string? RevisionId = null, string? Description = null);
