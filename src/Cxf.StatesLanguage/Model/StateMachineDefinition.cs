using System.Text.Json.Serialization;

namespace Cxf.StatesLanguage.Model;

/// <summary>Types of state machines.</summary>
public enum StateMachineType
{
    /// <summary>Durable, exactly-once workflows of up to a year.</summary>
    [JsonStringEnumMemberName("STANDARD")]
    Standard,

    /// <summary>Short workflows of up to five minutes, without a record.</summary>
    [JsonStringEnumMemberName("EXPRESS")]
    Express,
}

/// <summary>The language of a state's paths and expressions.</summary>
internal enum QueryLanguage
{
    JsonPath,
    Jsonata,
}

/// <summary>A checked Amazon States Language document.</summary>
internal sealed class StateMachineDefinition(StateGraph graph, long? timeoutSeconds)
{
    public StateGraph Graph { get; } = graph;

    /// <summary>All states, those of inner graphs included, each at its number.</summary>
    public IReadOnlyList<State> States { get; init; } = [];

    /// <summary>The variables that each state reads, by the state's name, both in alphabetical order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> VariableReferences { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Longest run in seconds, or null for the service's own limit.</summary>
    public long? TimeoutSeconds { get; } = timeoutSeconds;
}
