namespace Cxf.StatesLanguage.Service;

/// <summary>Request of CreateStateMachineAlias.</summary>
/// <param name="Name">1 to 80 of <c>A-Z a-z 0-9 - _ .</c>, not a number.</param>
/// <param name="RoutingConfiguration">One or two versions of the same machine whose weights add up to 100.</param>
/// <param name="Description">The alias' description.</param>
public sealed record CreateAliasRequest(
    string? Name,
    IReadOnlyList<RoutingConfigurationItem>? RoutingConfiguration,
    string? Description = null
);

/// <summary>Request of UpdateStateMachineAlias; null members stay unchanged.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="RoutingConfiguration">The new routing.</param>
/// <param name="Description">The new description.</param>
public sealed record UpdateAliasRequest(
    string? StateMachineAliasArn,
    IReadOnlyList<RoutingConfigurationItem>? RoutingConfiguration = null,
    string? Description = null
);

/// <summary>Request of DescribeStateMachineAlias and DeleteStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
public sealed record AliasRequest(string? StateMachineAliasArn);

/// <summary>One version of an alias.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
/// <param name="Weight">Its share of the executions in percent.</param>
public sealed record RoutingConfigurationItem(string? StateMachineVersionArn, int Weight);

/// <summary>Answer of CreateStateMachineAlias.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record CreateAliasResult(string StateMachineAliasArn, DateTimeOffset CreationDate);

/// <summary>Answer of UpdateStateMachineAlias.</summary>
/// <param name="UpdateDate">When it was updated.</param>
public sealed record UpdateAliasResult(DateTimeOffset UpdateDate);

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
    DateTimeOffset UpdateDate
);

/// <summary>Answer of ListStateMachineAliases.</summary>
/// <param name="StateMachineAliases">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListAliasesResult(IReadOnlyList<AliasListItem> StateMachineAliases, string? NextToken);

/// <summary>An entry of ListStateMachineAliases.</summary>
/// <param name="StateMachineAliasArn">The alias.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record AliasListItem(string StateMachineAliasArn, DateTimeOffset CreationDate);
