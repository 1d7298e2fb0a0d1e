using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.History;
using EngineEvent = Cxf.StatesLanguage.History.HistoryEvent;
using HistoryEvent = Cxf.Local.Runs.HistoryEvent;

namespace Cxf.Local.Replays;

/// <summary>
/// The events of a run, from wherever they were read, as the engine of flow tests records them: as far as a path and the calls on
/// it can be read from them.
/// </summary>
internal static class EngineHistory
{
    /// <summary>The events.</summary>
    public static IReadOnlyList<EngineEvent> Of(IEnumerable<HistoryEvent> events) =>
        [
            .. events.Select(happened => new EngineEvent(
                happened.Id,
                happened.PreviousId,
                happened.Timestamp,
                TypeOf(happened.Type),
                DetailsOf(happened)
            )),
        ];

    /// <summary>The JSON of a text; null for an empty text and for one that was cut.</summary>
    public static JsonElement? Json(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // AWS has more types of failures than the engine; each is a task that failed.
    private static HistoryEventType TypeOf(string type) =>
        Enum.TryParse<HistoryEventType>(type, out var known) ? known
        : type.EndsWith("Failed", StringComparison.Ordinal) ? HistoryEventType.TaskFailed
        : HistoryEventType.TaskStarted;

    private static HistoryEventDetails? DetailsOf(HistoryEvent happened) =>
        happened.Type switch
        {
            _ when happened.Type.EndsWith("StateEntered", StringComparison.Ordinal) => new StateEnteredDetails(
                happened.Name ?? "",
                PayloadOf(happened.Input)
            ),
            _ when happened.Type.EndsWith("StateExited", StringComparison.Ordinal) => new StateExitedDetails(
                happened.Name ?? "",
                PayloadOf(happened.Output),
                [.. happened.Variables.Select(one => KeyValuePair.Create(one.Key, PayloadOf(one.Value)))]
            ),
            _ when happened.Type.StartsWith("MapIteration", StringComparison.Ordinal) => new MapIterationDetails(
                happened.Details?["name"]?.GetValue<string>() ?? "",
                happened.Details?["index"]?.GetValue<int>() ?? 0
            ),
            "TaskSucceeded" => new TaskOutputDetails("", "", PayloadOf(happened.Output)),
            "EvaluationFailed" => new EvaluationFailedDetails(
                happened.Error ?? "",
                happened.Cause ?? "",
                null,
                happened.Name ?? ""
            ),
            _ when TypeOf(happened.Type) is HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut => new TaskFailedDetails(
                "",
                "",
                happened.Error,
                happened.Cause
            ),
            _ => null,
        };

    private static Payload PayloadOf(string? text) => Json(text) is { } json ? Payload.Of(json) : Payload.Null;
}
