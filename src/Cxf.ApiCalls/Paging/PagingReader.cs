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
}
