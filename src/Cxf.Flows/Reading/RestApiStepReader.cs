using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Paging;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>restApi</c>.</summary>
internal static class RestApiStepReader
{
    private static readonly Dictionary<string, int> Methods = new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" }
        .Select((name, index) => (name, index))
        .ToDictionary(m => m.name, m => m.index);

    // What an operation says itself.
    private static readonly string[] InFreeForm = ["method", "path", "query", "headers"];

    private const string NextFix =
        "Add \"next\": the step that follows a good answer. Or name the step in \"undo\" of the step that it undoes.";

    private static readonly JsonElement Root = JsonElement.Parse("\"/\"");

    public static IReadOnlyList<string> MethodNames { get; } = [.. Methods.Keys];

    /// <summary>
    /// The members that a step which undoes another does not have, besides <c>next</c>: nothing reads its answer.
    /// </summary>
    public static IReadOnlyList<string> NotInUndo { get; } = ["paging", "select", "fallback", "onError", "undo"];

    // What is worth another try: failures of the call itself.
    private static readonly Dictionary<string, int> RetryWords = ErrorCodes
        .All.Append(ErrorBranch.Any)
        .Select((name, index) => (name, index))
        .ToDictionary(w => w.name, w => w.index);

    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(
            step,
            "connection",
            "operation",
            "parameters",
            "method",
            "path",
            "query",
            "headers",
            "body",
            "paging",
            "select",
            "timeoutSeconds",
            "retry",
            "fallback",
            "onError",
            "undo",
            "next"
        );
        if (scope == ScopeKind.Undo)
        {
            StepMembers.RefuseInUndo(step, [.. NotInUndo, "next"]);
        }

        return step.Member("operation") is null ? ReadFree(step, scope) : ReadOperation(step, scope);
    }

    private static RestApiStep? ReadFree(JsonCursor step, ScopeKind scope)
    {
        if (step.Member("parameters") is { } parameters)
        {
            step.Reader.ReportName(
                parameters.Pointer,
                FlowCodes.Unknown,
                "\"parameters\" are those of an operation, but the step names none.",
                "Add \"operation\", or write the values in \"path\", \"query\" and \"headers\"."
            );
        }

        var connection = ReadConnection(step);
        var method = step.RequiredMember("method", "Add \"method\": the HTTP method, e.g. \"POST\".");
        var methodIsKnown = method?.AsWord(Methods) is not null;
        var path = ReadPath(step);
        var hasNext = StepMembers.TryReadNext(step, scope, NextFix, out var next);
        return (connection, methodIsKnown, path, hasNext) is ({ } id, true, { } place, true)
            ? WithOthers(
                new RestApiStep(step.Name, step.Pointer)
                {
                    Connection = id,
                    Method = method!.Element.GetString()!,
                    Path = place,
                    Query = StepMembers.Fields(step, "query"),
                    Headers = StepMembers.Fields(step, "headers"),
                    IsUndo = scope == ScopeKind.Undo,
                    Next = next,
                },
                step,
                method
            )
            : null;
    }

    // Method and path are found in the connection's description, once the step is read (DescribedCalls).
    private static RestApiStep? ReadOperation(JsonCursor step, ScopeKind scope)
    {
        foreach (var name in InFreeForm)
        {
            if (step.Member(name) is { } member)
            {
                step.Reader.ReportName(
                    member.Pointer,
                    FlowCodes.Unknown,
                    $"The operation decides what \"{name}\" is.",
                    name is "method" or "path"
                        ? $"Remove \"{name}\", or write method and path without \"operation\"."
                        : "Write the values in \"parameters\", by the names that the operation gives them."
                );
            }
        }

        var connection = ReadConnection(step);
        var operation = step.Member("operation")!.AsText();
        FlowValue? parameters = step.Member("parameters") is { } given && given.IsObject() ? StepMembers.ValueOf(given) : null;
        var hasNext = StepMembers.TryReadNext(step, scope, NextFix, out var next);
        return (connection, operation, hasNext) is ({ } id, { } called, true)
            ? WithOthers(
                new RestApiStep(step.Name, step.Pointer)
                {
                    Connection = id,
                    Operation = called,
                    Parameters = parameters,
                    Method = "",
                    Path = new FlowValue(Root, step.Pointer + "/operation"),
                    IsUndo = scope == ScopeKind.Undo,
                    Next = next,
                },
                step,
                null
            )
            : null;
    }

    private static RestApiStep WithOthers(RestApiStep read, JsonCursor step, JsonCursor? method) =>
        read with
        {
            Description = StepMembers.Description(step),
            Body = StepMembers.Value(step, "body"),
            Paging = ReadPaging(step, method),
            Select = step.Member("select")?.AsText(),
            Fallback = ReadFallback(step, method),
            Timeout = ReadTimeout(step),
            Retry = ReadRetry(step),
            OnError = ErrorBranchesReader.Read(step, ErrorBranchesReader.CallWords),
            Undo = StepMembers.Undo(step),
        };

    private static ConnectionId? ReadConnection(JsonCursor step)
    {
        if (
            step.RequiredMember("connection", "Add \"connection\": the tenant's connection to call over.") is not { } member
            || member.AsText() is not { } text
        )
        {
            return null;
        }

        if (ConnectionId.TryParse(text, out var id))
        {
            return id;
        }

        member.Report(
            FlowCodes.Identifier,
            $"A connection id must be {IdentifierRule.Description}.",
            "Name a connection, not a URL: the connection's document holds the URL."
        );
        return null;
    }

    private static FlowValue? ReadPath(JsonCursor step)
    {
        if (
            step.RequiredMember("path", "Add \"path\": the path below the connection's base URL, e.g. \"/leads\".")
                is not { } member
            || member.AsText() is not { } text
        )
        {
            return null;
        }

        if (!ExpressionText.TryRead(text, out _) && PathProblem(text) is var (message, fix))
        {
            member.Report(FlowCodes.Path, message, fix);
        }

        return StepMembers.ValueOf(member);
    }

    private static (string Message, string Fix)? PathProblem(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? (
                "The path is a whole URL, but the connection holds the first part of it.",
                $"Write only what follows the connection's base URL, e.g. \"{Shortened(url.AbsolutePath)}\"."
            )
        : text.StartsWith("//") ? ("The path starts with more than one /.", $"Write \"/{text.TrimStart('/')}\".")
        : text.Split('/').Contains("..")
            ? ("The path leaves the connection's base URL with \"..\".", "Write the path below the base URL.")
        : !text.StartsWith('/') && !ExpressionText.LooksLikeExpression(text)
            ? ("The path does not start with /.", $"Write \"/{text}\".")
        : null;

    // Part of a path that the base URL may hold already.
    private static string Shortened(string path) => path[Math.Max(0, path.TrimEnd('/').LastIndexOf('/'))..];

    private static FlowValue? ReadPaging(JsonCursor step, JsonCursor? method)
    {
        if (step.Member("paging") is not { } paging || !paging.IsObject())
        {
            return null;
        }

        paging.RefuseUnknown("by", "items", "next", "parameter", "first", "maxPages");
        RefusePageNumber(step, PagingReader.Read(paging));
        PagingReader.RefuseWithoutEffect(paging);
        foreach (var pointer in PagingReader.MalformedPointers(paging))
        {
            if (!ExpressionText.TryRead(pointer.Element.GetString()!, out _))
            {
                pointer.Report(FlowCodes.PagingPointer, PagingReader.PointerProblem, PagingReader.PointerFix(pointer));
            }
        }

        CallsThatRead.CheckPaging(paging.Reader, paging.Pointer, method?.Element.GetString());
        return StepMembers.ValueOf(paging);
    }

    // A cursor in the query is where the first page starts; a page's number is replaced also on the first page.
    private static void RefusePageNumber(JsonCursor step, PagingRequest? paging)
    {
        if (
            paging is { Kind: PagingKind.Page, Parameter: { } parameter }
            && (step.Member("query") ?? step.Member("parameters")) is { Kind: JsonValueKind.Object } query
            && query.Member(parameter) is { } number
        )
        {
            number.Reader.ReportName(
                number.Pointer,
                number.Reader.Codes.Unknown,
                $"\"{number.Name}\" has no effect: \"paging\" sets it for each page.",
                "Remove it; \"first\" of \"paging\" is the number of the first page."
            );
        }
    }

    private static StepFallback? ReadFallback(JsonCursor step, JsonCursor? method)
    {
        if (step.Member("fallback") is not { } fallback || !fallback.IsObject())
        {
            return null;
        }

        fallback.RefuseUnknown("maxAgeSeconds", "sensitive");
        var maxAge = fallback
            .RequiredMember("maxAgeSeconds", "Say how old the previous answer can be.")
            ?.AsInteger(1, (int)FallbackRequest.MaxMaxAge.TotalSeconds);
        var sensitive =
            fallback.Member("sensitive") is { } names && names.IsArray()
                ? names.Items().Select(name => name.AsText()).OfType<string>().Distinct().ToList()
                : [];
        CallsThatRead.CheckFallback(fallback.Reader, fallback.Pointer, method?.Element.GetString());
        return maxAge is { } seconds ? new StepFallback(TimeSpan.FromSeconds(seconds), sensitive) : null;
    }

    private static TimeSpan ReadTimeout(JsonCursor step) =>
        step.Member("timeoutSeconds")?.AsInteger(1, (int)RestApiStep.MaxTimeout.TotalSeconds) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : RestApiStep.DefaultTimeout;

    private static string RetryFix(JsonCursor retry) =>
        $"Write an object: {{\"attempts\": {(retry.Kind == JsonValueKind.Number ? retry.Element.GetRawText() : "1")}}}.";

    private static StepRetry? ReadRetry(JsonCursor step)
    {
        if (step.Member("retry") is not { } retry || !retry.IsObject(RetryFix(retry)))
        {
            return null;
        }

        retry.RefuseUnknown("on", "attempts", "intervalSeconds", "backoffRate");
        var on =
            retry.Member("on") is { } words && words.IsArray()
                ? words
                    .Items()
                    .Where(word => word.AsWord(RetryWords) is not null)
                    .Select(word => word.Element.GetString()!)
                    .ToList()
                : StepRetry.DefaultOn;
        if (retry.Member("on") is { } none && on.Count == 0 && !none.Items().Any())
        {
            none.Report(
                FlowCodes.Missing,
                "The retry names no error code.",
                "Name the words that are worth another try, or leave \"on\" out."
            );
        }

        return new StepRetry(
            on,
            retry.RequiredMember("attempts", "Say how many times more the call may be made.")?.AsInteger(1, 10) ?? 1,
            retry.Member("intervalSeconds")?.AsInteger(1, 300) ?? 1,
            retry.Member("backoffRate")?.AsInteger(1, 10) ?? 2
        );
    }
}
