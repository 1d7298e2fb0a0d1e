using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Outcomes;
using Cxf.Documents;

namespace Cxf.Flows.FlowTests;

/// <summary>Reads what a test answers to the calls of a step.</summary>
internal static class StubCallReader
{
    /// <summary>The longest that a call may take in a test, in seconds: a day.</summary>
    public const int MaxSeconds = 86_400;

    /// <summary>The statuses that HTTP has (RFC 9110 section 15).</summary>
    public const int MinStatus = 100;

    /// <inheritdoc cref="MinStatus"/>
    public const int MaxStatus = 599;

    private static readonly JsonElement Null = JsonElement.Parse("null");

    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    private static readonly Dictionary<string, FailureReason> Troubles = new()
    {
        ["timeOut"] = FailureReason.StepTimedOut,
        ["refuseConnection"] = FailureReason.ConnectFailed,
        ["loseConnection"] = FailureReason.ConnectionLost,
    };

    /// <summary>The words that a call can fail with: the third party's, and those of a flow that is called.</summary>
    private static readonly Dictionary<string, int> Words = ErrorCodes
        .All.Concat([FlowErrorCodes.FlowFailed, FlowErrorCodes.FlowTimeout, FlowErrorCodes.FlowExpression])
        .Select((word, index) => (word, index))
        .ToDictionary(pair => pair.word, pair => pair.index);

    /// <summary>The words that stand for an answer by themselves.</summary>
    public static IEnumerable<string> TextWords => Troubles.Keys.Concat(Words.Keys);

    /// <summary>The words that a call can fail with.</summary>
    public static IEnumerable<string> ErrorNames => Words.Keys;

    /// <summary>A list of answers, or of lists for iterations; null after a report.</summary>
    public static AnswerList? ReadList(JsonCursor list)
    {
        if (!list.IsArray())
        {
            return null;
        }

        var items = list.Items().ToList();
        var iterations = items.Count(item => item.Kind == JsonValueKind.Array);
        if (iterations == 0)
        {
            return new AnswerList([.. items.Select(ReadCall).OfType<StubCall>()], [], list.Pointer);
        }

        if (iterations < items.Count)
        {
            list.Report(
                FlowCodes.TestAnswersMixed,
                "The list holds both answers and lists of answers.",
                "Inside a forEach give a list for each iteration; elsewhere give the answers themselves."
            );
            return null;
        }

        return new AnswerList([], [.. items.Select(ReadList).OfType<AnswerList>()], list.Pointer);
    }

    private static StubCall? ReadCall(JsonCursor call)
    {
        switch (call.Kind)
        {
            case JsonValueKind.Number:
                return call.AsInteger(MinStatus, MaxStatus) is { } code
                    ? new StubReply(new StubAnswer(code, NoHeaders, Null), TimeSpan.Zero, call.Pointer)
                    : null;
            case JsonValueKind.String:
                return ReadWord(call);
            case JsonValueKind.Object when call.Member("status") is { } status:
                return ReadReply(call, status);
            case JsonValueKind.Object when call.Member("error") is { } error:
                call.RefuseUnknown("error", "message", "afterSeconds");
                var message = call.Member("message")?.AsText(allowEmpty: true) ?? "";
                return error.AsWord(Words) is null
                    ? null
                    : new StubError(error.Element.GetString()!, message, ReadAfter(call), call.Pointer);
            case JsonValueKind.Object when call.Member("message") is not null:
                call.RefuseUnknown("message", "outputs", "afterSeconds");
                return new StubRun(call.Element, ReadAfter(call), call.Pointer);
            default:
                call.Report(
                    FlowCodes.TestAnswer,
                    "This is not an answer to a call.",
                    $"Write a status (200), {{\"status\": 200, \"body\": …}}, {{\"error\": word}}, {{\"message\": …, "
                        + $"\"outputs\": …}} for a called flow, or one of: {string.Join(", ", Troubles.Keys)}."
                );
                return null;
        }
    }

    private static StubCall? ReadWord(JsonCursor call)
    {
        var text = call.Element.GetString()!;
        if (Troubles.TryGetValue(text, out var reason))
        {
            return new StubFault(reason, TimeSpan.Zero, call.Pointer);
        }

        if (Words.ContainsKey(text))
        {
            return new StubError(text, "", TimeSpan.Zero, call.Pointer);
        }

        call.Report(
            FlowCodes.TestAnswer,
            $"\"{text}\" is not an answer to a call.",
            $"{call.Reader.Suggest(text, [.. TextWords])} Or write a status, or {{ \"status\": …, \"body\": … }}."
        );
        return null;
    }

    private static StubReply? ReadReply(JsonCursor call, JsonCursor status)
    {
        var selected = call.Member("selected");
        call.RefuseUnknown("status", "headers", selected is null ? "body" : "selected", "age", "afterSeconds");
        var after = ReadAfter(call);
        return status.AsInteger(MinStatus, MaxStatus) is { } code
            ? new StubReply(
                new StubAnswer(code, ReadHeaders(call), (selected ?? call.Member("body"))?.Element ?? Null),
                after,
                call.Pointer
            )
            {
                IsSelected = selected is not null,
                Age = call.Member("age")?.AsInteger(0, (int)FallbackRequest.MaxMaxAge.TotalSeconds) is { } seconds
                    ? TimeSpan.FromSeconds(seconds)
                    : null,
            }
            : null;
    }

    private static IReadOnlyDictionary<string, string> ReadHeaders(JsonCursor call) =>
        call.Member("headers") is { } headers && headers.IsObject()
            ? headers
                .Members()
                .Select(header => (header.Name, Value: ReadHeader(header)))
                .Where(header => header.Value is not null)
                .DistinctBy(header => header.Name.ToLowerInvariant())
                .ToDictionary(header => header.Name, header => header.Value!)
            : NoHeaders;

    /// <summary>One value, or a list of the values of a header that comes more than once, joined as a call joins them.</summary>
    private static string? ReadHeader(JsonCursor header)
    {
        if (header.Kind != JsonValueKind.Array)
        {
            return header.AsText(allowEmpty: true);
        }

        var values = header.Items().Select(item => item.AsText(allowEmpty: true)).ToList();
        return values.Contains(null) ? null : StubAnswer.JoinHeader(values!);
    }

    private static TimeSpan ReadAfter(JsonCursor call)
    {
        if (call.Member("afterSeconds") is not { } after)
        {
            return TimeSpan.Zero;
        }

        if (
            after.Kind == JsonValueKind.Number
            && after.Element.TryGetDouble(out var seconds)
            && seconds is >= 0 and <= MaxSeconds
        )
        {
            return TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
        }

        after.Report(FlowCodes.OutOfRange, $"A call takes 0 to {MaxSeconds} seconds.", $"Write a number from 0 to {MaxSeconds}.");
        return TimeSpan.Zero;
    }
}
