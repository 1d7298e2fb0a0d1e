using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ApiCalls.Paging;

/// <summary>
/// Reads <c>paging</c>: <c>{"by": "link", "items": "/value", "next": "/@odata.nextLink"}</c>,
/// <c>{"by": "cursor", "items": "/results", "next": "/meta/cursor", "parameter": "after"}</c> or
/// <c>{"by": "page", "items": "/data", "parameter": "page", "first": 1}</c>, each with <c>"maxPages"</c>.
/// </summary>
public static class PagingReader
{
    private static readonly Dictionary<string, PagingKind> Kinds = new()
    {
        ["link"] = PagingKind.Link,
        ["cursor"] = PagingKind.Cursor,
        ["page"] = PagingKind.Page,
    };

    /// <summary>Reads <c>paging</c>; null when it is not given or, after a report, wrong.</summary>
    public static PagingRequest? Read(JsonCursor? cursor)
    {
        if (
            cursor is null
            || !cursor.IsObject()
            || cursor.RequiredMember("by", "Add \"by\": link, cursor or page.")?.AsWord(Kinds) is not { } kind
        )
        {
            return null;
        }

        return new PagingRequest
        {
            Kind = kind,
            Items = cursor.Member("items")?.AsText(allowEmpty: true) ?? "",
            Next =
                kind == PagingKind.Cursor
                    ? cursor.RequiredMember("next", "Add \"next\": the JSON pointer of the cursor in a page.")?.AsText()
                    : cursor.Member("next")?.AsText(),
            Parameter =
                kind == PagingKind.Link
                    ? null
                    : cursor
                        .RequiredMember("parameter", "Add \"parameter\": the query parameter that asks for the next page.")
                        ?.AsText(),
            First = cursor.Member("first")?.AsInteger(0, int.MaxValue) ?? 1,
            Limit = cursor.Member("maxPages")?.AsInteger(1, PagingRequest.MaxPages) ?? PagingRequest.DefaultPages,
        };
    }

    /// <summary>What is wrong with a malformed pointer.</summary>
    public const string PointerProblem = "The text is not a JSON pointer, so it finds nothing in a page.";

    /// <summary>The texts of <c>paging</c> that are not JSON pointers (RFC 6901).</summary>
    public static IEnumerable<JsonCursor> MalformedPointers(JsonCursor paging) =>
        paging.Kind == JsonValueKind.Object
            ? new[] { paging.Member("items"), paging.Member("next") }
                .OfType<JsonCursor>()
                .Where(member => member.Kind == JsonValueKind.String && !JsonPointer.IsWellFormed(member.Element.GetString()!))
            : [];

    /// <summary>How to write a malformed pointer.</summary>
    public static string PointerFix(JsonCursor pointer)
    {
        var names = pointer.Element.GetString()!.TrimStart('$').Split('.', '/').Where(name => name.Length > 0).ToList();
        return names.Count == 0
            ? "Write \"\" for the page itself, or a / before each name."
            : $"Write a / before each name, and ~ as ~0: {string.Concat(names.Select(name => JsonPointer.Append("", name)))}.";
    }

    /// <summary>
    /// Reports the members that have no effect on the kind of paging. Only for the documents of flows: the events of machines
    /// that were compiled before must not be refused.
    /// </summary>
    public static void RefuseWithoutEffect(JsonCursor paging)
    {
        if (
            paging.Member("by") is not { Kind: JsonValueKind.String } by
            || !Kinds.TryGetValue(by.Element.GetString()!, out var kind)
        )
        {
            return;
        }

        string[] foreign = kind switch
        {
            PagingKind.Link => ["parameter", "first"],
            PagingKind.Cursor => ["first"],
            _ => ["next"],
        };
        foreach (var member in foreign.Select(paging.Member).OfType<JsonCursor>())
        {
            paging.Reader.ReportName(
                member.Pointer,
                paging.Reader.Codes.Unknown,
                $"\"{member.Name}\" has no effect with \"by\": \"{by.Element.GetString()}\".",
                "Remove it, or choose the kind of paging that it belongs to."
            );
        }
    }
}
