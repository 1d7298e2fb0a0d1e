namespace Cxf.StatesLanguage.Service;

/// <summary>Request of CreateStateMachineAlias.</summary>
/// <param name="Name">1 to 80 of <c>A-Z a-z 0-9 - _ .</c>, not a number.</param>
/// <param name="RoutingConfiguration">One or two versions of the same machine whose weights make 100.</param>
/// <param name="Description">The alias' description.</param>
public sealed record CreateAliasRequest(
    string? Name, IReadOnlyList<RoutingConfigurationItem>? RoutingConfiguration, string? Description = null);
