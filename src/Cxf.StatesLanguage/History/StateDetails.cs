using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of …StateEntered.</summary>
/// <param name="Name">The state.</param>
/// <param name="Input">The state's input.</param>
public sealed record StateEnteredDetails(string Name, Payload Input) : HistoryEventDetails
{
    internal override string MemberName(HistoryEventType type) => "stateEnteredEventDetails";

    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("name", Name);
        HistoryData.Write(json, "input", "inputDetails", Input, includeData);
    }
}

/// <summary>Details of …StateExited.</summary>
/// <param name="Name">The state.</param>
/// <param name="Output">The state's output.</param>
/// <param name="Assigned">The variables that the state set.</param>
public sealed record StateExitedDetails(string Name, Payload Output, IReadOnlyList<KeyValuePair<string, Payload>> Assigned)
    : HistoryEventDetails
{
    internal override string MemberName(HistoryEventType type) => "stateExitedEventDetails";

    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("name", Name);
        HistoryData.Write(json, "output", "outputDetails", Output, includeData);
        if (Assigned.Count == 0)
        {
            return;
        }

        if (includeData)
        {
            json.WriteStartObject("assignedVariables");
            foreach (var (name, value) in Assigned)
            {
                json.WriteString(name, value.Utf8.Span);
            }

            json.WriteEndObject();
        }

        HistoryData.WriteTruncated(json, "assignedVariablesDetails");
    }
}

/// <summary>Details of EvaluationFailed.</summary>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Location">The field that was evaluated, or null.</param>
/// <param name="State">The state.</param>
public sealed record EvaluationFailedDetails(string Error, string Cause, string? Location, string State) : HistoryEventDetails
{
    /// <summary>
    /// The value that the expression does not accept, as JSON of at most 200 characters, or <c>an object</c> or <c>an array</c>;
    /// null if the cause names it or the error is not about a value. AWS's history does not have it, so it is not written.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>
    /// Where in the expression the failure is; null if it is in no part of it. AWS's history does not have it, so it is not
    /// written.
    /// </summary>
    public FailedPlace? Place { get; init; }

    /// <summary>The cause with the value.</summary>
    public string Explanation => Value is null ? Cause : $"{Cause.TrimEnd('.')}. The value is {Value}.";

    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("error", Error);
        json.WriteString("cause", Cause);
        HistoryData.WriteOptional(json, "location", Location);
        json.WriteString("state", State);
    }
}

/// <summary>Details of MapStateStarted.</summary>
/// <param name="Length">Number of items.</param>
public sealed record MapStateStartedDetails(int Length) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) => json.WriteNumber("length", Length);
}

/// <summary>Details of MapIteration… events.</summary>
/// <param name="Name">The Map state.</param>
/// <param name="Index">The item's index, from 0.</param>
public sealed record MapIterationDetails(string Name, int Index) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("name", Name);
        json.WriteNumber("index", Index);
    }
}

/// <summary>Details of MapRunStarted.</summary>
/// <param name="MapRunArn">The run's ARN.</param>
public sealed record MapRunStartedDetails(string MapRunArn) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) => json.WriteString("mapRunArn", MapRunArn);
}

/// <summary>Details of MapRunRedriven.</summary>
/// <param name="MapRunArn">The run's ARN.</param>
/// <param name="RedriveCount">How often the run was redriven.</param>
public sealed record MapRunRedrivenDetails(string MapRunArn, int RedriveCount) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("mapRunArn", MapRunArn);
        json.WriteNumber("redriveCount", RedriveCount);
    }
}
