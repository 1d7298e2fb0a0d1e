namespace Cxf.StatesLanguage.Service;

/// <summary>Request of DescribeStateMachineAlias and DeleteStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
public sealed record AliasRequest(string? StateMachineAliasArn);
