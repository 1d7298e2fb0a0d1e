namespace Cxf.StatesLanguage.Service;

/// <summary>A name for one version, or for two with weights.</summary>
internal sealed record MachineAlias(
    string Arn, string Name, string? Description, IReadOnlyList<RoutingConfigurationItem> Routing, DateTimeOffset CreationDate, DateTimeOffset UpdateDate);
