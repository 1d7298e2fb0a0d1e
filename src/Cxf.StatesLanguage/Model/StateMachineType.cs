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
