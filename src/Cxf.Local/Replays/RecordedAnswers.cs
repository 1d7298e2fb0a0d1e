using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.ApiCalls;
using Cxf.Documents;
using Cxf.Flows;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.StatesLanguage.History;

namespace Cxf.Local.Replays;

/// <summary>The answers that the calls of a run got, as a test gives them.</summary>
/// <param name="made">Replaces personal data.</param>
/// <param name="isRead">Whether a flow reads a header of this name.</param>
internal sealed class RecordedAnswers(MadeUpData made, Predicate<string> isRead)
{
    // Lambda did not run the function; the state machine tries again by itself, whatever the flow says.
    private const string NotRun = "Lambda.TooManyRequestsException";

    private const string TimeOut = "timeOut";

    /// <summary>What could not be read from the history; empty when everything could.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Shows the data of all answers to what replaces it.</summary>
    public void Look(IReadOnlyList<RecordedCall> calls)
    {
        foreach (var call in calls)
        {
            if (call.End?.Details is TaskOutputDetails output)
            {
                made.Look(call.State.Step is RunFlowStep ? output.Output.Tree : output.Output.Tree.Member("Payload") ?? default);
            }
            else if (call.End?.Details is TaskFailedDetails { Cause: { Length: > 0 } cause })
            {
                made.Look(JsonOutput.Element(writer => writer.WriteStringValue(cause), JsonOutput.Relaxed));
            }
        }
    }

    /// <summary>The answers by step.</summary>
    public JsonObject Write(IReadOnlyList<RecordedCall> calls)
    {
        var answers = new JsonObject();
        foreach (var ofStep in calls.GroupBy(call => call.State.Name))
        {
            var list = new JsonArray();
            foreach (var (index, call) in ofStep.Index())
            {
                if (IsExpressible(call, ofStep.ElementAtOrDefault(index + 1)))
                {
                    ListOf(list, call.Indexes).Add(Answer(call, $"answers.{ofStep.Key}[{index}]"));
                }
            }

            answers[ofStep.Key] = list;
        }

        return answers;
    }

    private static bool IsExpressible(RecordedCall call, RecordedCall? next) =>
        !(
            call.End?.Details is TaskFailedDetails { Error: NotRun }
            && next is not null
            && next.Indexes.SequenceEqual(call.Indexes)
        );

    // A list for each iteration of each loop around the step.
    private static JsonArray ListOf(JsonArray list, IReadOnlyList<int> indexes)
    {
        foreach (var index in indexes)
        {
            while (list.Count <= index)
            {
                list.Add((JsonNode)new JsonArray());
            }

            list = (JsonArray)list[index]!;
        }

        return list;
    }

    private JsonNode Answer(RecordedCall call, string place)
    {
        var isRun = call.State.Step is RunFlowStep;
        return call.End switch
        {
            { Details: TaskOutputDetails } end => (isRun ? Run(call, place) : Reply(call, place)) is { } answer
                ? After(answer, call, end)
                : Unreadable(call, place),
            { Details: TaskFailedDetails failed } end => isRun
                ? After(FailedRun(failed, place), call, end)
                : Failed(call, failed, end),

            // The run ended before.
            _ => isRun
                ? new JsonObject { ["error"] = FlowErrorCodes.FlowTimeout, ["afterSeconds"] = 86_400 }
                : JsonValue.Create(TimeOut),
        };
    }

    private JsonValue Unreadable(RecordedCall call, string place)
    {
        Problems.Add(
            $"The answer of the step {call.State.Name} ({place}) is not in the history, or was cut because it is too long for it."
        );
        return JsonValue.Create(TimeOut);
    }

    private JsonObject? Reply(RecordedCall call, string place)
    {
        if (
            ((TaskOutputDetails)call.End!.Details!).Output.Tree.Member("Payload") is not { } answer
            || answer.Member("status") is not { } status
        )
        {
            return null;
        }

        var step = (RestApiStep)call.State.Step;
        var json = new JsonObject { ["status"] = JsonNode.Parse(status.GetRawText()) };
        var headers = new JsonObject();
        foreach (
            var header in answer.Member("headers") is { ValueKind: JsonValueKind.Object } given
                ? given.EnumerateObject().Where(header => isRead(header.Name))
                : []
        )
        {
            headers[header.Name] = made.Replace(header.Value, $"{place}.headers.{header.Name}");
        }

        if (headers.Count > 0)
        {
            json["headers"] = headers;
        }

        if (answer.Member("body") is { ValueKind: not JsonValueKind.Null } body)
        {
            var member = step.Select is null ? "body" : "selected";
            json[member] = made.Replace(body, $"{place}.{member}");
        }

        if (answer.Member("stale") is { ValueKind: JsonValueKind.True } && answer.Member("age") is { } age)
        {
            json["age"] = JsonNode.Parse(age.GetRawText());
        }

        return json;
    }

    // A run that failed of an EXPRESS flow is an answer, too.
    private JsonObject? Run(RecordedCall call, string place)
    {
        var run = ((TaskOutputDetails)call.End!.Details!).Output.Tree;
        if (run.Member("Status") is { ValueKind: JsonValueKind.String } status && status.GetString() != "SUCCEEDED")
        {
            return Error(status.GetString(), run.Text("Error"), run.Text("Cause"), place);
        }

        return RunOf(run) is { ValueKind: JsonValueKind.Object } answer
            ? new JsonObject(
                answer
                    .EnumerateObject()
                    .Where(member => member.Name is "message" or "outputs")
                    .Select(member => KeyValuePair.Create(member.Name, made.Replace(member.Value, $"{place}.{member.Name}")))
            )
            : null;
    }

    // The cause tells of the run as JSON; other errors are of the start or the wait.
    private JsonObject FailedRun(TaskFailedDetails failed, string place) =>
        EngineHistory.Json(failed.Cause) is { ValueKind: JsonValueKind.Object } run
            ? Error(run.Text("Status"), run.Text("Error"), run.Text("Cause"), place)
            : Error(failed.Error == "States.Timeout" ? "TIMED_OUT" : "FAILED", failed.Error, null, place);

    private JsonObject Error(string? status, string? error, string? message, string place)
    {
        var code =
            status == "TIMED_OUT" ? FlowErrorCodes.FlowTimeout
            : error?.StartsWith(FlowErrorCodes.FlowFailed, StringComparison.Ordinal) == true ? FlowErrorCodes.FlowFailed
            : AwsErrors.CodeFor(error ?? "") ?? FlowErrorCodes.FlowFailed;
        var json = new JsonObject { ["error"] = code };
        if (code == FlowErrorCodes.FlowFailed && !string.IsNullOrEmpty(message))
        {
            json["message"] = made.Replace(message, $"{place}.message");
        }

        return json;
    }

    private JsonNode Failed(RecordedCall call, TaskFailedDetails failed, HistoryEvent end)
    {
        var code = AwsErrors.CodeFor(failed.Error ?? "");
        if (code is null || !ErrorCodes.All.Contains(code))
        {
            Problems.Add(
                $"The step {call.State.Name} failed with {failed.Error}, which is not an error of a third party, so a test "
                    + "cannot repeat it. cxf explain lists the errors."
            );
            return JsonValue.Create(TimeOut);
        }

        return code == ErrorCodes.ApiTimeout && end.Timestamp - call.Begin.Timestamp >= ((RestApiStep)call.State.Step).Timeout
            ? JsonValue.Create(TimeOut)
            : After(new JsonObject { ["error"] = code }, call, end);
    }

    // A call that ended was in time. Lambda's own time is not that of the third party.
    private static JsonObject After(JsonObject answer, RecordedCall call, HistoryEvent end)
    {
        var seconds = (end.Timestamp - call.Begin.Timestamp).TotalSeconds;
        if (call.State.Step is RestApiStep step)
        {
            seconds = Math.Min(seconds, step.Timeout.TotalSeconds - 0.001);
        }

        if (Math.Round(seconds, 3) > 0)
        {
            answer["afterSeconds"] = Math.Round(seconds, 3);
        }

        return answer;
    }

    // The answer of another flow: an object, or the text of one.
    private static JsonElement? RunOf(JsonElement run) =>
        run.Member("Output") switch
        {
            { ValueKind: JsonValueKind.String } text => EngineHistory.Json(text.GetString()),
            var output => output,
        };
}
