using System.Globalization;
using System.Text.Json.Nodes;
using Cxf.Flows.Runs;
using Cxf.Local.Runs;
using Cxf.Local.Stores;

namespace Cxf.Local.Output;

/// <summary>Runs and their histories as JSON for programs. README.md describes the members.</summary>
internal static class RunJson
{
    /// <summary>A page of runs: <c>{runs, after, notes}</c>.</summary>
    public static JsonObject Page(RunPage page)
    {
        var personalData = new PersonalData(page.Sensitive) { ShowsAll = true };
        return new JsonObject
        {
            ["runs"] = new JsonArray([.. page.Runs.Select(run => Of(run, personalData))]),
            ["after"] = page.After?.ToString(),
            ["notes"] = new JsonArray([.. page.Notes.Select(note => JsonValue.Create(note))]),
        };
    }

    /// <summary>What a command did with a run: <c>{runId, executionArn, message}</c>.</summary>
    public static string Done(Run run, string message) =>
        new JsonObject
        {
            ["runId"] = run.RunId,
            ["executionArn"] = run.ExecutionArn,
            ["message"] = message,
        }.ToJsonString(JsonFiles.Compact);

    /// <summary>A run.</summary>
    public static JsonObject Of(Run run, PersonalData personalData) =>
        new()
        {
            ["runId"] = run.RunId,
            ["tenantId"] = run.Tenant.Value,
            ["flowId"] = run.Flow.Value,
            ["type"] = run.IsExpress ? "EXPRESS" : "STANDARD",
            ["version"] = run.Version,
            ["status"] = run.Status,
            ["startedAt"] = Time(run.StartedAt),
            ["endedAt"] = run.EndedAt is { } ended ? Time(ended) : null,
            ["errorCode"] = run.Error,
            ["cause"] = run.Cause is { } cause ? personalData.ShownSentence(FailureCause.Of(cause)) : null,
            ["redrives"] = run.Redrives,
            ["executionArn"] = run.ExecutionArn,
        };

    /// <summary>The history of a run: <c>{answer, steps, events}</c>, added to the run.</summary>
    public static JsonObject WithHistory(JsonObject run, RunHistory history, PersonalData personalData)
    {
        personalData.Learn(history.Rows);
        run["answer"] = history.Answer is { } answer ? Node(answer, personalData) : null;
        run["steps"] = new JsonArray([.. history.Rows.Select(row => Step(row, personalData))]);
        run["events"] = new JsonArray([.. history.Events.Select(happened => Event(happened, personalData))]);
        return run;
    }

    private static JsonObject Step(HistoryRow row, PersonalData personalData)
    {
        var json = StepJson.Of(row, personalData);
        json["startedAt"] = Time(row.Entered);
        json["attempts"] = new JsonArray([
            .. row.Attempts.Select(attempt => new JsonObject
            {
                ["startedAt"] = Time(attempt.Started),
                ["seconds"] = attempt.Ended is { } ended ? (ended - attempt.Started).TotalSeconds : null,
                ["output"] = attempt.Output is { } output ? Node(output, personalData) : null,
                ["error"] = attempt.Error,
                ["cause"] = attempt.Cause is { } cause ? personalData.ShownSentence(FailureCause.Of(cause)) : null,
            }),
        ]);
        return json;
    }

    private static JsonObject Event(HistoryEvent happened, PersonalData personalData) =>
        new()
        {
            ["id"] = happened.Id,
            ["previousEventId"] = happened.PreviousId,
            ["type"] = happened.Type,
            ["timestamp"] = Time(happened.Timestamp),
            ["details"] = happened.Details is { } details ? Masked(details, personalData) : null,
        };

    // Data is text that holds JSON; masked as JSON, so that members are known by their names.
    private static JsonNode? Masked(JsonNode? value, PersonalData personalData) =>
        value switch
        {
            JsonObject members => new JsonObject(
                members.Select(one =>
                    KeyValuePair.Create(
                        one.Key,
                        personalData.Hides(one.Key)
                            ? JsonValue.Create(personalData.Member(one.Key, one.Value?.ToString() ?? ""))
                            : Masked(one.Value, personalData)
                    )
                )
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Masked(item, personalData))]),
            JsonValue text when text.TryGetValue<string>(out var held) => JsonValue.Create(
                held.StartsWith('{') || held.StartsWith('[') ? personalData.Json(held) : personalData.ShownSentence(held)
            ),
            _ => value?.DeepClone(),
        };

    private static JsonNode? Node(string json, PersonalData personalData)
    {
        try
        {
            return JsonNode.Parse(personalData.Json(json));
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(personalData.ShownSentence(json));
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
