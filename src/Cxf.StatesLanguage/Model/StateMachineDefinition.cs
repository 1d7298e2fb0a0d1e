namespace Cxf.StatesLanguage.Model;

/// <summary>The language of a state's paths and expressions.</summary>
internal enum QueryLanguage
{
    JsonPath,
    Jsonata,
}

/// <summary>A checked Amazon States Language document.</summary>
internal sealed class StateMachineDefinition(StateGraph graph, QueryLanguage queryLanguage, long? timeoutSeconds)
{
    public StateGraph Graph { get; } = graph;

    public QueryLanguage QueryLanguage { get; } = queryLanguage;

    /// <summary>Longest run in seconds, or null for the service's own limit.</summary>
    public long? TimeoutSeconds { get; } = timeoutSeconds;
}
