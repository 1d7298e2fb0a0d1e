using System.Text.Json;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>
/// The worker of a recorded activity. It is no part of the recording, but the history shows what it did: whether it took the
/// task, under which name, and what it returned.
/// </summary>
internal sealed class RecordedWorker
{
    private const string Literal = "activity_arn";

    private readonly CorpusCase _case;
    private readonly string _arn;
    private bool _hasWorked;

    private RecordedWorker(CorpusCase corpusCase, string arn)
    {
        _case = corpusCase;
        _arn = arn;
    }

    /// <summary>The recorded definition with the activity's ARN in place of its literal.</summary>
    public string Definition => _case.DefinitionText.Replace($"\"{Literal}\"", $"\"{_arn}\"", StringComparison.Ordinal);

    public static RecordedWorker? Of(StepFunctionsService service, CorpusCase corpusCase) =>
        corpusCase.DefinitionText.Contains($"\"{Literal}\"", StringComparison.Ordinal)
            ? new RecordedWorker(corpusCase, service.CreateActivity(new CreateActivityRequest("activity")).ActivityArn)
            : null;

    public string WithLiterals(string history) => history.Replace(_arn, Literal, StringComparison.Ordinal);

    /// <summary>Takes the task and returns it as recorded; false if there is nothing left to do.</summary>
    public bool Work(StepFunctionsService service)
    {
        if (_hasWorked || Recorded("ActivityStarted") is not { } started)
        {
            return false;
        }

        _hasWorked = true;
        var details = started.GetProperty("activityStartedEventDetails");
        var name = details.TryGetProperty("workerName", out var worker) ? worker.GetString() : null;
        var taken = service.GetActivityTask(new GetActivityTaskRequest(_arn, name));
        var token = taken.GetAwaiter().GetResult().TaskToken;
        if (Recorded("ActivitySucceeded") is { } succeeded)
        {
            var output = succeeded.GetProperty("activitySucceededEventDetails").GetProperty("output");
            service.SendTaskHeartbeat(new SendTaskHeartbeatRequest(token));
            service.SendTaskSuccess(new SendTaskSuccessRequest(token, Text(output)));
        }
        else if (Recorded("ActivityFailed") is { } failed)
        {
            var failure = failed.GetProperty("activityFailedEventDetails");
            service.SendTaskFailure(
                new SendTaskFailureRequest(token, Text(failure.GetProperty("error")), Text(failure.GetProperty("cause")))
            );
        }

        return true;
    }

    private JsonElement? Recorded(string type)
    {
        foreach (var entry in _case.Data.GetProperty("expectedHistory").EnumerateArray())
        {
            if (entry.GetProperty("type").ValueEquals(type))
            {
                return entry;
            }
        }

        return null;
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
