namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of CreateStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record CreateAliasResult(string StateMachineAliasArn, DateTimeOffset CreationDate);
