namespace Cxf.StatesLanguage.Service;

/// <summary>An entry of ListStateMachineAliases.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record AliasListItem(string StateMachineAliasArn, DateTimeOffset CreationDate);
