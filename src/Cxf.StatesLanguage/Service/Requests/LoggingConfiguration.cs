namespace Cxf.StatesLanguage.Service;

/// <summary>What a machine logs. The local engine keeps it and logs nothing.</summary>
/// <param name="Level">ALL, ERROR, FATAL or OFF; default OFF.</param>
/// <param name="IncludeExecutionData">Whether input and output are logged; default false.</param>
/// <param name="Destinations">Exactly one where the level is not OFF.</param>
public sealed record LoggingConfiguration(
    string? Level = "OFF", bool IncludeExecutionData = false, IReadOnlyList<LogDestination>? Destinations = null);
