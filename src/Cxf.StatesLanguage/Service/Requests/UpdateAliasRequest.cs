namespace Cxf.StatesLanguage.Service;

/// <summary>Request of UpdateStateMachineAlias; what is null stays as it is.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="RoutingConfiguration">The new routing.</param>
/// <param name="Description">The new description.</param>
public sealed record UpdateAliasRequest(
    string? StateMachineAliasArn, IReadOnlyList<RoutingConfigurationItem>? RoutingConfiguration = null, string? Description = null);
