namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of UpdateStateMachineAlias.</summary>
/// <param name="UpdateDate">When it was updated.</param>
public sealed record UpdateAliasResult(DateTimeOffset UpdateDate);
