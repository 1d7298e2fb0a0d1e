namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of DescribeStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description.</param>
/// <param name="RoutingConfiguration">Its versions and weights.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="UpdateDate">When it was last changed.</param>
public sealed record DescribeAliasResult(
    string StateMachineAliasArn,
    string Name,
    string? Description,
    IReadOnlyList<RoutingConfigurationItem> RoutingConfiguration,
    DateTimeOffset CreationDate,
    DateTimeOffset UpdateDate);
