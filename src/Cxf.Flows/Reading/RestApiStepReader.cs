using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>restApi</c>.</summary>
internal static class RestApiStepReader
{
    private static readonly Dictionary<string, int> Methods =
        new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" }.Select((name, index) => (name, index)).ToDictionary(m => m.name, m => m.index);

    private static readonly Dictionary<string, int> Words =
        ErrorWords.All.Append(ErrorBranch.Any).Select((name, index) => (name, index)).ToDictionary(w => w.name, w => w.index);

    public static FlowStep? Read(JsonCursor step)
    {
        StepReader.RefuseUnknown(step, "connection", "method", "path", "query", "headers", "body", "select", "timeoutSeconds", "retry", "onError", "next");
        var connection = ReadConnection(step);
        var method = step.RequiredMember("method", "Say which HTTP method to use, e.g. \"POST\".");
        var methodIsKnown = method?.AsWord(Methods) is not null;
        var path = ReadPath(step);
        var next = StepReader.Transition(step, "next", "Name the step that follows a good answer.");
        var result = (connection, methodIsKnown, path, next) is ({ } id, true, { } place, { } following)
            ? new RestApiStep(step.Name, step.Pointer)
            {
                Description = StepReader.Description(step),
                Connection = id,
                Method = method!.Element.GetString()!,
                Path = place,
                Query = ReadFields(step, "query"),
                Headers = ReadFields(step, "headers"),
                Body = StepReader.Value(step, "body"),
                Select = step.Member("select")?.AsText(),
                Timeout = ReadTimeout(step),
                Retry = ReadRetry(step),
                OnError = [.. ReadBranches(step)],
                Next = following,
            }
            : null;
        return result;
    }

    private static ConnectionId? ReadConnection(JsonCursor step)
    {
        if (step.RequiredMember("connection", "Name the tenant's connection to call over.") is not { } member || member.AsText() is not { } text)
        {
            return null;
        }

        if (ConnectionId.TryParse(text, out var id))
        {
            return id;
        }

        member.Report(FlowCodes.Identifier, $"A connection id must be {IdentifierRule.Description}.",
            "Name a connection, not a URL: the connection's document holds the URL.");
        return null;
    }

    private static FlowValue? ReadPath(JsonCursor step)
    {
        if (step.RequiredMember("path", "Give the path below the connection's base URL, e.g. \"/leads\".") is not { } member || member.AsText() is not { } text)
        {
            return null;
        }

        if (!ExpressionText.TryRead(text, out _) && (!text.StartsWith('/') || text.StartsWith("//") || text.Contains("..")))
        {
            member.Report(FlowCodes.Path, "The path does not start with one / or leaves the connection's base URL.",
                "Write the path below the base URL, e.g. \"/leads\".");
        }

        return new FlowValue(member.Element, member.Pointer);
    }

    private static FlowValue? ReadFields(JsonCursor step, string name)
    {
        if (step.Member(name) is not { } member)
        {
            return null;
        }

        var isExpression = member.Kind == JsonValueKind.String && ExpressionText.TryRead(member.Element.GetString()!, out _);
        return isExpression || member.IsObject() ? new FlowValue(member.Element, member.Pointer) : null;
    }

    private static TimeSpan ReadTimeout(JsonCursor step) =>
        step.Member("timeoutSeconds")?.AsInteger(1, (int)RestApiStep.MaxTimeout.TotalSeconds) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : RestApiStep.DefaultTimeout;

    private static StepRetry? ReadRetry(JsonCursor step)
    {
        if (step.Member("retry") is not { } retry || !retry.IsObject())
        {
            return null;
        }

        retry.RefuseUnknown("on", "attempts", "intervalSeconds", "backoffRate");
        var on = retry.Member("on") is { } words && words.IsArray()
            ? words.Items().Where(word => word.AsWord(Words) is not null).Select(word => word.Element.GetString()!).ToList()
            : StepRetry.DefaultOn;
        return new StepRetry(
            on,
            retry.RequiredMember("attempts", "Say how many times more the call may be made.")?.AsInteger(1, 10) ?? 1,
            retry.Member("intervalSeconds")?.AsInteger(1, 300) ?? 1,
            retry.Member("backoffRate")?.AsInteger(1, 10) ?? 2);
    }

    private static IEnumerable<ErrorBranch> ReadBranches(JsonCursor step)
    {
        if (step.Member("onError") is not { } branches || !branches.IsObject())
        {
            yield break;
        }

        foreach (var branch in branches.Members())
        {
            if (!Words.ContainsKey(branch.Name))
            {
                branch.Reader.ReportName(branch.Pointer, FlowCodes.NotAWord, $"\"{branch.Name}\" is not an error word.", $"Use one of: {string.Join(", ", Words.Keys)}.");
            }
            else if (branch.AsText() is { } label)
            {
                yield return new ErrorBranch(branch.Name, new StepTransition(label, branch.Pointer));
            }
        }
    }
}
