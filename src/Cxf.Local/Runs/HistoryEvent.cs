using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Local.Runs;

/// <summary>One event of an execution's history, in the shape of GetExecutionHistory and without its nesting.</summary>
/// <param name="Id">The event's number in the execution, from 1.</param>
/// <param name="PreviousId">The event that led to it; 0 for the first.</param>
/// <param name="Type">The event type, such as <c>TaskStateEntered</c>.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Name">The state's name on StateEntered and StateExited events.</param>
/// <param name="Input">The state's input, as JSON.</param>
/// <param name="Output">The state's output, as JSON.</param>
/// <param name="Error">The error's name on events of failure.</param>
/// <param name="Cause">The error's cause.</param>
internal sealed record HistoryEvent(
    long Id,
    long PreviousId,
    string Type,
    DateTimeOffset Timestamp,
    string? Name = null,
    string? Input = null,
    string? Output = null,
    string? Error = null,
    string? Cause = null
)
{
    /// <summary>The arguments of a task that was scheduled, as JSON. Default: null.</summary>
    public string? Arguments { get; init; }

    /// <summary>The variables that a state set, each with its JSON. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>
    /// All details that the history has, with the names of GetExecutionHistory. Default: null, without details.
    /// </summary>
    public JsonObject? Details { get; init; }

    /// <summary>An event from its details, wherever it was read.</summary>
    public static HistoryEvent Of(long id, long previousId, string type, DateTimeOffset timestamp, JsonObject? details)
    {
        var isVisit =
            type.EndsWith("StateEntered", StringComparison.Ordinal) || type.EndsWith("StateExited", StringComparison.Ordinal);
        return new HistoryEvent(
            id,
            previousId,
            type,
            timestamp,
            isVisit ? Text(details, "name") : Text(details, "state"),
            Text(details, "input"),
            Text(details, "output"),
            Text(details, "error"),
            Text(details, "cause")
        )
        {
            Arguments = Text(details, "parameters") is { } arguments && IsJson(arguments) ? arguments : null,
            Variables =
            [
                .. ((details?["assignedVariables"] as JsonObject) ?? []).Select(one =>
                    KeyValuePair.Create(one.Key, Text(one.Value) ?? "null")
                ),
            ],
            Details = details,
        };
    }

    private static string? Text(JsonObject? details, string name) => Text(details?[name]);

    // Step Functions gives data as text. Tools that print histories sometimes replace the text by what it says.
    private static string? Text(JsonNode? value) =>
        value is null ? null
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>()
        : value.ToJsonString();

    // A log without execution data has an empty text; one that was cut is no JSON.
    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
