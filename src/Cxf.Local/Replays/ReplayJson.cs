using System.Text.Json.Nodes;
using Cxf.Flows.Runs;
using Cxf.Local.Output;
using Cxf.Local.Runs;

namespace Cxf.Local.Replays;

/// <summary>A replay as JSON for programs. README.md describes the members.</summary>
internal static class ReplayJson
{
    /// <summary>The replay.</summary>
    public static JsonObject Of(Replay replay)
    {
        var personalData = new PersonalData { ShowsAll = true };
        var answer = replay.Result.Answer;
        return new JsonObject
        {
            ["on"] = replay.On.Name,
            ["same"] = replay.IsSame,
            ["recorded"] = Ending(replay.RecordedAnswer, replay.Recorded.Path),
            ["now"] = Ending(answer, replay.Result.Path),
            ["fork"] = replay.Fork is var (after, before, now)
                ? new JsonObject
                {
                    ["after"] = after,
                    ["before"] = before,
                    ["now"] = now,
                }
                : null,
            ["differences"] = new JsonArray([
                .. replay.Result.Differences.Select(one => new JsonObject
                {
                    ["what"] = one.What,
                    ["expected"] = one.Expected,
                    ["actual"] = one.Actual,
                }),
            ]),
            ["failure"] = replay.Result.Failure?.ToString(),
            ["steps"] = StepJson.List(HistoryRows.From(ExecutionEvents.Of(replay.Result.History)), personalData),
            ["test"] = replay.Test.DeepClone(),
            ["replaced"] = List(replay.Replaced),
            ["notes"] = List(replay.Notes),
        };
    }

    private static JsonObject Ending(IReadOnlyDictionary<string, string> answer, IEnumerable<string> path) =>
        new()
        {
            ["status"] = answer["status"],
            ["errorCode"] = answer["errorCode"] == FlowAnswer.None ? null : answer["errorCode"],
            ["path"] = List(path),
        };

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
