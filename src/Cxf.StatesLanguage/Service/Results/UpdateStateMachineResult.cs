namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of UpdateStateMachine.</summary>
/// <param name="UpdateDate">When it was updated.</param>
/// <param name="RevisionId">The current revision; null for a machine that was never changed.</param>
/// <param name="StateMachineVersionArn">The version, where one was published.</param>
public sealed record UpdateStateMachineResult(DateTimeOffset UpdateDate, string? RevisionId, string? StateMachineVersionArn);
