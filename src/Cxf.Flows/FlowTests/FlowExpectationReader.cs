using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.Documents;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests;

/// <summary>Reads what a test expects.</summary>
internal static class FlowExpectationReader
{
    private static readonly Dictionary<string, int> Statuses = Words([
        AnswerStatus.Succeeded,
        AnswerStatus.Failed,
        AnswerStatus.Rejected,
    ]);

    private static readonly Dictionary<string, int> AnswerCodes = Words([
        .. ErrorCodes.All,
        FlowErrorCodes.FlowFailed,
        FlowErrorCodes.FlowTimeout,
        FlowErrorCodes.FlowExpression,
        FlowErrorCodes.PayloadInvalid,
        FlowErrorCodes.Internal,
    ]);

    /// <summary>How a flow can end.</summary>
    public static IEnumerable<string> StatusNames => Statuses.Keys;

    /// <summary>The words that an answer can fail with.</summary>
    public static IEnumerable<string> ErrorCodeNames => AnswerCodes.Keys;

    /// <summary>What can be compared of a request.</summary>
    public static IReadOnlyList<string> RequestMembers { get; } = ["method", "path", "query", "headers", "body", "payload"];

    // The error codes of every flow, and those that fail steps of this one set.
    private static Dictionary<string, int> CodesOf(JsonDocumentReader document) =>
        document.Root.Element.ValueKind == JsonValueKind.Object
        && document.Root.Element.TryGetProperty("steps", out var steps)
        && steps.ValueKind == JsonValueKind.Object
            ? Words(
                AnswerCodes.Keys.Concat(
                    from step in steps.EnumerateObject()
                    where step.Value.ValueKind == JsonValueKind.Object
                    let code = step.Value.TryGetProperty("errorCode", out var own) ? own : default
                    where code.ValueKind == JsonValueKind.String
                    select code.GetString()!
                )
            )
            : AnswerCodes;

    public static FlowExpectation? Read(JsonCursor expect)
    {
        if (!expect.IsObject())
        {
            return null;
        }

        expect.RefuseUnknown("status", "message", "outputs", "errorCode", "path", "requests");
        var status = expect.RequiredMember("status", $"Say how the flow must end: {string.Join(", ", Statuses.Keys)}.");
        var known = status?.AsWord(Statuses) is not null;
        var message = expect.Member("message")?.AsText(allowEmpty: true);
        var outputs = ReadOutputs(expect);
        var errorCode = expect.Member("errorCode");
        var path =
            expect.Member("path") is { } labels && labels.IsArray()
                ? labels.Items().Select(label => label.AsText()).OfType<string>().ToList()
                : null;
        var requests = ReadRequests(expect);
        return !known
            ? null
            : new FlowExpectation(status!.Element.GetString()!, expect.Pointer)
            {
                Message = message,
                Outputs = outputs,
                ErrorCode = errorCode?.AsWord(CodesOf(expect.Reader)) is null ? null : errorCode.Element.GetString(),
                Path = path,
                Requests = requests,
            };
    }

    /// <summary>The outputs as texts, which is all that a contact flow gets of them.</summary>
    private static Dictionary<string, string>? ReadOutputs(JsonCursor expect)
    {
        if (expect.Member("outputs") is not { } outputs || !outputs.IsObject())
        {
            return null;
        }

        var texts = new Dictionary<string, string>();
        foreach (var output in outputs.Members())
        {
            if (output.Kind is JsonValueKind.Array or JsonValueKind.Object)
            {
                output.ReportType("text, a number, true, false or null");
            }
            else
            {
                texts[output.Name] = FlowAnswer.OrNone(FlowAnswer.TextOf(output.Element)!);
            }
        }

        return texts;
    }

    private static List<ExpectedRequests> ReadRequests(JsonCursor expect)
    {
        var all = new List<ExpectedRequests>();
        if (expect.Member("requests") is not { } steps || !steps.IsObject())
        {
            return all;
        }

        foreach (var step in steps.Members().Where(step => step.IsArray()))
        {
            foreach (var request in step.Items().Where(request => request.IsObject()))
            {
                request.RefuseUnknown([.. RequestMembers]);
            }

            all.Add(new ExpectedRequests(step.Name, [.. step.Items().Select(request => request.Element)], step.Pointer));
        }

        return all;
    }

    private static Dictionary<string, int> Words(IEnumerable<string> words) =>
        words.Distinct().Select((word, index) => (word, index)).ToDictionary(pair => pair.word, pair => pair.index);
}
