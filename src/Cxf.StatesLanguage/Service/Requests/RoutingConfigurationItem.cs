namespace Cxf.StatesLanguage.Service;

/// <summary>One version of an alias.</summary>
/// <param name="StateMachineVersionArn">The version.</param>
/// <param name="Weight">Its share of the executions in percent.</param>
public sealed record RoutingConfigurationItem(string? StateMachineVersionArn, int Weight);
