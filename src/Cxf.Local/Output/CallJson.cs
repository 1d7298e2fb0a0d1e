using System.Text.Json.Nodes;
using Cxf.ContactFlows.Simulation;
using Cxf.Local.Stores;

namespace Cxf.Local.Output;

/// <summary>
/// A call as JSON for programs: <c>{flow, payload, flows, refusals, events, expected, problem, unusedKeys, executions,
/// stub}</c>.
/// Personal data is masked. README.md describes the members.
/// </summary>
internal static class CallJson
{
    public static string Write(CallReport call)
    {
        var personalData = new PersonalData(call.Sensitive) { ShowsAll = true };

        // Events first: they teach which values are personal.
        var events = new JsonArray([.. call.Result.Events.Select(happened => Json(happened, personalData))]);
        return new JsonObject
        {
            ["flow"] = call.Flow,
            ["payload"] = call.Payload is { } payload ? Node(payload.GetRawText(), personalData) : null,
            ["flows"] = new JsonArray([.. call.Published.Select(flow => flow.ToJson())]),
            ["refusals"] = call.Verdict.Refusals,
            ["events"] = events,
            ["expected"] = call.Result.IsExpected,
            ["problem"] = call.Result.Problem is { } problem ? personalData.ShownSentence(problem) : null,
            ["unusedKeys"] = new JsonArray([.. call.UnusedKeys.Select(keys => JsonValue.Create(keys))]),
            ["executions"] = new JsonArray([.. call.Executions.Select(execution => Json(execution, personalData))]),
            ["stub"] = call.Stubbed is { } requests ? StubPrinter.Json(requests, personalData) : null,
        }.ToJsonString(JsonFiles.Compact);
    }

    private static JsonObject Json(CallEvent happened, PersonalData personalData)
    {
        var json = new JsonObject { ["at"] = happened.At.TotalSeconds, ["action"] = happened.Action };
        foreach (var (name, value) in Members(happened, personalData))
        {
            json[name] = value;
        }

        return json;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Members(CallEvent happened, PersonalData personalData) =>
        happened switch
        {
            CallEvent.Said said => [("event", "says"), ("text", personalData.ShownSentence(said.Text))],
            CallEvent.Asked asked => [("event", "asks"), ("text", personalData.ShownSentence(asked.Text))],
            CallEvent.Pressed pressed => [("event", "presses"), ("keys", pressed.Keys.Length)],
            CallEvent.NothingPressed nothing => [("event", "pressesNothing"), ("seconds", nothing.Time.TotalSeconds)],
            CallEvent.Understood understood => [("event", "understands"), ("intent", understood.Intent)],
            CallEvent.AttributeSet set =>
            [
                ("event", "setsAttribute"),
                ("scope", set.Scope),
                ("name", set.Name),
                ("value", personalData.Member(set.Name, set.Value)),
            ],
            CallEvent.SettingChanged setting =>
            [
                ("event", "changesSetting"),
                ("name", setting.Setting),
                ("value", setting.Value),
            ],
            CallEvent.Invoking invoking =>
            [
                ("event", "invokes"),
                ("functionArn", invoking.FunctionArn),
                ("parameters", Node(invoking.Parameters.GetRawText(), personalData)),
            ],
            CallEvent.Invoked invoked =>
            [
                ("event", "answer"),
                ("functionArn", invoked.FunctionArn),
                ("answer", invoked.Outcome.Answer is { } answer ? Node(answer.GetRawText(), personalData) : null),
                ("failure", invoked.Outcome.Failure is { } failure ? personalData.ShownSentence(failure) : null),
                ("tries", invoked.Outcome.Tries),
                ("seconds", invoked.Outcome.Duration.TotalSeconds),
            ],
            CallEvent.Waited waited => [("event", "waits"), ("seconds", waited.Time.TotalSeconds)],
            CallEvent.ValueMissing missing => [("event", "valueMissing"), ("reference", missing.Reference)],
            CallEvent.BranchTaken taken =>
            [
                ("event", "branch"),
                ("label", taken.Branch.Label),
                ("next", taken.NextAction),
                ("expected", taken.Branch.IsExpected),
            ],
            CallEvent.Ended ended => [("event", "ends"), ("text", ended.End.Detail), ("regular", ended.End.IsRegular)],
            _ => [("event", happened.GetType().Name)],
        };

    private static JsonObject Json(ExecutionReport execution, PersonalData personalData) =>
        new()
        {
            ["name"] = execution.Name,
            ["status"] = execution.Status,
            ["steps"] = StepJson.List(execution.Rows, personalData),
        };

    private static JsonNode? Node(string json, PersonalData personalData) => JsonNode.Parse(personalData.Json(json));
}
