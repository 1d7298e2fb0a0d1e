using System.Text.Json;
using Cxf.Flows.Runs;
using Cxf.Local.Runs;

namespace Cxf.Local.Replays;

/// <summary>The history of a run that a test can be made from: complete, ended, and with its data.</summary>
/// <param name="Events">The events, until the run ended for the first time.</param>
/// <param name="Input">The run's input.</param>
/// <param name="Answer">What a contact flow got, by name.</param>
internal sealed record RecordedHistory(
    IReadOnlyList<HistoryEvent> Events,
    JsonElement Input,
    IReadOnlyDictionary<string, string> Answer
)
{
    private const string RunId = "run";

    private const string SettingOfExpress =
        "State machines of EXPRESS flows log no data of callers. Deploy the stack with LogExecutionData=true, publish the flow "
        + "again, and repeat the call.";

    private const string SettingOfHistory =
        "Get the history with its data: aws stepfunctions get-execution-history --include-execution-data.";

    /// <summary>Whether the run was started again after this end.</summary>
    public bool WasRedriven { get; private init; }

    /// <summary>When the run started.</summary>
    public DateTimeOffset StartedAt => Events[0].Timestamp;

    /// <summary>Reads the events of a run; or says why no test can be made from them.</summary>
    /// <param name="events">The events in their order.</param>
    /// <param name="isExpress">Whether they are from the log of an EXPRESS run. Default: no.</param>
    public static (RecordedHistory? History, string Problem) Read(IReadOnlyList<HistoryEvent> events, bool isExpress = false)
    {
        var setting = isExpress ? SettingOfExpress : SettingOfHistory;
        var redriven = events.Index().FirstOrDefault(one => one.Item.Type == "ExecutionRedriven", (-1, null!)).Index;
        var first = redriven < 0 ? events : [.. events.Take(redriven)];
        if (first.Count == 0)
        {
            return (null, "There are no events of this run, or they are not there yet. Try again in a minute.");
        }

        if (first.Index().Any(one => one.Item.Id != one.Index + 1) || first[0].Type != "ExecutionStarted")
        {
            return (null, "The history does not have all events of the run. A log has them only with the level ALL.");
        }

        if (first[^1] is { Type: "ExecutionAborted" })
        {
            return (null, "The run was stopped from outside, which a test cannot repeat. cxf history shows it.");
        }

        if (AnswerOf(first[^1]) is not { } answer)
        {
            return first[^1].Type == "ExecutionSucceeded"
                ? (null, $"The run's answer is missing in its history. {setting}")
                : (null, "The run has not ended. Try again when it has; cxf history shows what it did until now.");
        }

        if (string.IsNullOrEmpty(first[0].Input))
        {
            return (null, $"The payload and the answers of third parties are missing in the run's history. {setting}");
        }

        return EngineHistory.Json(first[0].Input) is { ValueKind: JsonValueKind.Object } input && IsInput(input)
            ? (new RecordedHistory(first, input, AnswerWriter.Texts(answer)) { WasRedriven = redriven >= 0 }, "")
            : (
                null,
                IsCut(first[0])
                    ? "The run's input was cut because it is too long for the log, so its payload is missing."
                    : "The run's input has no contact and payload, so it is not a run of a flow."
            );
    }

    private static bool IsInput(JsonElement input) =>
        input.TryGetProperty("contact", out var contact)
        && contact.ValueKind == JsonValueKind.Object
        && input.TryGetProperty("payload", out _);

    private static bool IsCut(HistoryEvent happened) =>
        happened.Details?["inputDetails"]?["truncated"]?.GetValueKind() == JsonValueKind.True;

    private static FlowAnswer? AnswerOf(HistoryEvent end) =>
        end.Type switch
        {
            "ExecutionSucceeded" => EngineHistory.Json(end.Output) is null ? null : RunAnswer.Succeeded(RunId, end.Output!),
            "ExecutionFailed" => RunAnswer.Failed(RunId, end.Error, end.Cause),
            "ExecutionTimedOut" => FlowAnswer.TimedOut(RunId),
            _ => null,
        };
}
