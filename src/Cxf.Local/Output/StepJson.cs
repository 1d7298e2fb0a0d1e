using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Runs;

namespace Cxf.Local.Output;

/// <summary>A step of an execution as JSON for programs.</summary>
internal static class StepJson
{
    /// <summary>The steps of an execution, each as <see cref="Of"/> describes it.</summary>
    public static JsonArray List(IReadOnlyList<HistoryRow> rows, PersonalData personalData)
    {
        personalData.Learn(rows);

        // As a node: the generic Add of an object is not for code that is compiled ahead of time.
        return [.. rows.Select(JsonNode (row) => Of(row, personalData))];
    }

    /// <summary>
    /// <c>{name, type, seconds, tries, sent, error, cause, variables, next, input, output}</c>; <c>sent</c> is
    /// <c>{method, url, query, headers, body}</c> or null.
    /// </summary>
    public static JsonObject Of(HistoryRow row, PersonalData personalData) =>
        new()
        {
            ["name"] = row.Name,
            ["type"] = row.Type,
            ["seconds"] = row.Exited is { } exited ? (exited - row.Entered).TotalSeconds : null,
            ["tries"] = row.Tries,
            ["sent"] = row.Sent is { } sent ? Sent(sent, personalData) : null,
            ["error"] = row.Error,
            ["cause"] = row.Cause is { } cause ? personalData.ShownSentence(FailureCause.Of(cause)) : null,
            ["variables"] = new JsonObject(
                row.Variables.Select(one => KeyValuePair.Create(one.Key, Masked(one.Key, one.Value, personalData)))
            ),
            ["next"] = row.Next,
            ["input"] = Node(row.Input, personalData),
            ["output"] = Node(row.Output, personalData),
        };

    private static JsonObject Sent(SentCall sent, PersonalData personalData) =>
        new()
        {
            ["method"] = sent.Method,
            ["url"] = personalData.ShownSentence(sent.Url),
            ["query"] = new JsonArray([
                .. sent.Query.Select(one => new JsonObject
                {
                    ["name"] = one.Key,
                    ["value"] = personalData.Member(one.Key, one.Value),
                }),
            ]),
            ["headers"] = Node(sent.Headers, personalData),
            ["body"] = Node(sent.Body, personalData),
        };

    private static JsonNode? Masked(string name, string json, PersonalData personalData) =>
        personalData.Hides(name) ? JsonValue.Create(personalData.Member(name, json)) : Node(json, personalData);

    private static JsonNode? Node(string? json, PersonalData personalData)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(personalData.Json(json));
        }
        catch (JsonException)
        {
            return JsonValue.Create(personalData.ShownSentence(json));
        }
    }
}
