namespace Cxf.StatesLanguage.Service;

/// <summary>Compares logging configurations, whose destinations are lists.</summary>
internal static class Logging
{
    public static bool Same(LoggingConfiguration one, LoggingConfiguration other) =>
        one with { Destinations = null } == other with { Destinations = null }
        && (one.Destinations ?? []).SequenceEqual(other.Destinations ?? []);
}
