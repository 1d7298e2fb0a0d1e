using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of TaskScheduled.</summary>
/// <param name="ResourceType">The service, such as <c>lambda</c>.</param>
/// <param name="Resource">The operation, such as <c>invoke</c>.</param>
/// <param name="Region">The service's region.</param>
/// <param name="Parameters">The operation's input.</param>
/// <param name="TimeoutInSeconds">The state's TimeoutSeconds, or null.</param>
/// <param name="HeartbeatInSeconds">The state's HeartbeatSeconds, or null.</param>
/// <param name="RoleArn">The role of the Credentials field, or null.</param>
public sealed record TaskScheduledDetails(
    string ResourceType,
    string Resource,
    string Region,
    Payload Parameters,
    long? TimeoutInSeconds,
    long? HeartbeatInSeconds,
    string? RoleArn
) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
        json.WriteString("region", Region);
        json.WriteString("parameters", includeData ? Parameters.Utf8.Span : ""u8);
        HistoryData.WriteOptional(json, "timeoutInSeconds", TimeoutInSeconds);
        HistoryData.WriteOptional(json, "heartbeatInSeconds", HeartbeatInSeconds);
        HistoryData.WriteCredentials(json, RoleArn);
    }
}

/// <summary>Details of TaskStarted.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The operation.</param>
public sealed record TaskStartedDetails(string ResourceType, string Resource) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
    }
}

/// <summary>Details of TaskSucceeded and TaskSubmitted.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The operation.</param>
/// <param name="Output">The service's answer.</param>
public sealed record TaskOutputDetails(string ResourceType, string Resource, Payload Output) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
        HistoryData.Write(json, "output", "outputDetails", Output, includeData);
    }
}

/// <summary>Details of TaskFailed and TaskTimedOut.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The operation.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The cause.</param>
public sealed record TaskFailedDetails(string ResourceType, string Resource, string? Error, string? Cause) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
        HistoryData.WriteOptional(json, "error", Error);
        HistoryData.WriteOptional(json, "cause", Cause);
    }
}

/// <summary>Details of LambdaFunctionScheduled.</summary>
/// <param name="Resource">The function's ARN.</param>
/// <param name="Input">The function's input.</param>
/// <param name="TimeoutInSeconds">The state's TimeoutSeconds, or null.</param>
/// <param name="RoleArn">The role of the Credentials field, or null.</param>
public sealed record LambdaFunctionScheduledDetails(string Resource, Payload Input, long? TimeoutInSeconds, string? RoleArn)
    : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resource", Resource);
        HistoryData.Write(json, "input", "inputDetails", Input, includeData);
        HistoryData.WriteOptional(json, "timeoutInSeconds", TimeoutInSeconds);
        HistoryData.WriteCredentials(json, RoleArn);
    }
}

/// <summary>Details of ActivityScheduled.</summary>
/// <param name="Resource">The activity's ARN.</param>
/// <param name="Input">The worker's input.</param>
/// <param name="TimeoutInSeconds">The state's TimeoutSeconds, or null.</param>
/// <param name="HeartbeatInSeconds">The state's HeartbeatSeconds, or null.</param>
public sealed record ActivityScheduledDetails(string Resource, Payload Input, long? TimeoutInSeconds, long? HeartbeatInSeconds)
    : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resource", Resource);
        HistoryData.Write(json, "input", "inputDetails", Input, includeData);
        HistoryData.WriteOptional(json, "timeoutInSeconds", TimeoutInSeconds);
        HistoryData.WriteOptional(json, "heartbeatInSeconds", HeartbeatInSeconds);
    }
}

/// <summary>Details of ActivityStarted.</summary>
/// <param name="WorkerName">The worker's name, or null.</param>
public sealed record ActivityStartedDetails(string? WorkerName) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) =>
        HistoryData.WriteOptional(json, "workerName", WorkerName);
}
