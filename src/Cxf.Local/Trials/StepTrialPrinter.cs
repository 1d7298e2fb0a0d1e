using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Runs;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Trials;

/// <summary>Prints a step that was tried: what it found, sent and got, and where a run would continue.</summary>
/// <param name="flow">The flow, <c>tenant/flow</c>.</param>
/// <param name="trial">The step.</param>
/// <param name="baseUrl">The base URL of a tenant's connection; null if it is not known.</param>
/// <param name="personalData">Masks values.</param>
/// <param name="isFull">Whether the answer's headers and other facts are shown, too.</param>
internal sealed class StepTrialPrinter(
    string flow,
    StepTrial trial,
    Func<string, string, string?> baseUrl,
    PersonalData personalData,
    bool isFull
)
{
    private const int LabelWidth = 11;

    /// <summary>Prints it for people.</summary>
    public void Print(Lines lines)
    {
        Line("Step", $"{trial.State.Name} of {flow}");
        Line("Payload", $"{personalData.Json(trial.Situation.Payload.GetRawText())} {Origin()}");
        foreach (var (name, value) in trial.Situation.Variables)
        {
            Line("Given", $"{name} = {personalData.Json(value?.ToJsonString(JsonFiles.Compact) ?? "null")}");
        }

        if (trial.Sent(baseUrl) is { } sent)
        {
            Line("Request", $"{sent.Method} {personalData.ShownSentence(sent.Url)}{Query(sent)}");
            Line("", sent.Headers);
            Line("", sent.Body);
        }

        if (trial.Answer is { } answer)
        {
            var (status, body) = StatusAndBody(answer);
            Line("Answer", $"{status}after {Durations.Text(trial.Duration)}");
            Line("", body);
        }

        if (trial.Result.Error is { } error)
        {
            var cause = FailureCause.Of(trial.Result.Cause ?? "");
            lines.Write(
                LabelWidth,
                ("Error".PadRight(LabelWidth), Color.Default),
                (error + (cause.Length == 0 ? "" : $": {personalData.ShownSentence(cause)}"), Color.Red)
            );
        }

        foreach (var (name, value) in trial.Assigned)
        {
            Line("Sets", value == trial.Answer ? $"{name} to the answer" : $"{name} = {personalData.Json(value)}");
        }

        if (trial.Answer is null && trial.Result.Error is null && trial.Result.Output is { } output)
        {
            Line("Output", personalData.Json(output));
        }

        Line("Then", Continuation());

        void Line(string label, string? text)
        {
            if (text is not null)
            {
                var shown = label.Length == 0 ? personalData.Json(text) : text;
                lines.Write(LabelWidth, (label.PadRight(LabelWidth) + shown, Color.Default));
            }
        }
    }

    /// <summary>One JSON object for programs.</summary>
    public string Json()
    {
        var sent = trial.Sent(baseUrl);
        return new JsonObject
        {
            ["step"] = trial.State.Name,
            ["flow"] = flow,
            ["payload"] = Masked(trial.Situation.Payload.GetRawText()),
            ["test"] = trial.Situation.Test,
            ["request"] = sent is null
                ? null
                : new JsonObject
                {
                    ["method"] = sent.Method,
                    ["url"] = sent.Url,
                    ["query"] = new JsonArray([
                        .. sent.Query.Select(member => new JsonObject
                        {
                            ["name"] = member.Key,
                            ["value"] = personalData.Member(member.Key, member.Value),
                        }),
                    ]),
                    ["headers"] = Masked(sent.Headers),
                    ["body"] = Masked(sent.Body),
                },
            ["answer"] = Masked(trial.Answer),
            ["milliseconds"] = Math.Round(trial.Duration.TotalMilliseconds),
            ["status"] = trial.Result.Status,
            ["output"] = Masked(trial.Result.Output),
            ["error"] = trial.Result.Error,
            ["cause"] = trial.Result.Cause is { } cause ? personalData.ShownSentence(FailureCause.Of(cause)) : null,
            ["next"] = trial.Result.NextState,
            ["variables"] = new JsonObject(trial.Assigned.Select(one => KeyValuePair.Create(one.Key, Masked(one.Value)))),
        }.ToJsonString(JsonFiles.Compact);
    }

    // The headers of an answer would hide its body.
    private (string Status, string Body) StatusAndBody(string answer) =>
        !isFull
        && JsonElement.Parse(answer) is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("status", out var status)
        && json.TryGetProperty("body", out var body)
            ? ($"{status} ", body.GetRawText())
            : ("", answer);

    private string Origin() =>
        trial.Situation.Test is { } test
            ? $"in the situation of the test \"{test}\""
            : "at the beginning of a run: no test of the flow reaches this step";

    private string Continuation() =>
        trial.Result.Status switch
        {
            "RETRIABLE" when trial.Result.InspectionData?.ErrorDetails?.RetryBackoffIntervalSeconds is { } seconds =>
                $"the step is tried again after {Durations.Text(TimeSpan.FromSeconds(seconds))}",
            "RETRIABLE" => "the step is tried again",
            "FAILED" => "the run fails",
            _ => trial.Result.NextState ?? "the run ends",
        };

    private string Query(SentCall sent) =>
        string.Concat(
            sent.Query.Select(
                (member, index) => $"{(index == 0 ? '?' : '&')}{member.Key}={personalData.Member(member.Key, member.Value)}"
            )
        );

    private JsonNode? Masked(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(personalData.Json(json, int.MaxValue));
        }
        catch (JsonException)
        {
            return personalData.Json(json);
        }
    }
}
