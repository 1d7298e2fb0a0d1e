using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of ExecutionStarted.</summary>
/// <param name="Input">The execution's input.</param>
/// <param name="RoleArn">The role that the machine names.</param>
/// <param name="AliasArn">The alias it was started through.</param>
/// <param name="VersionArn">The version that runs.</param>
public sealed record ExecutionStartedDetails(Payload Input, string? RoleArn, string? AliasArn, string? VersionArn)
    : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        HistoryData.Write(json, "input", "inputDetails", Input, includeData);
        HistoryData.WriteOptional(json, "roleArn", RoleArn);
        HistoryData.WriteOptional(json, "stateMachineAliasArn", AliasArn);
        HistoryData.WriteOptional(json, "stateMachineVersionArn", VersionArn);
    }
}

/// <summary>Details of events that carry an error.</summary>
/// <param name="Error">The error's name, or null.</param>
/// <param name="Cause">The cause, or null.</param>
public sealed record ErrorDetails(string? Error, string? Cause) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        HistoryData.WriteOptional(json, "error", Error);
        HistoryData.WriteOptional(json, "cause", Cause);
    }
}

/// <summary>Details of events that carry only an output.</summary>
/// <param name="Output">The output.</param>
public sealed record OutputDetails(Payload Output) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) =>
        HistoryData.Write(json, "output", "outputDetails", Output, includeData);
}

/// <summary>Details of ExecutionRedriven.</summary>
/// <param name="RedriveCount">How often the execution was redriven.</param>
public sealed record ExecutionRedrivenDetails(int RedriveCount) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) => json.WriteNumber("redriveCount", RedriveCount);
}
