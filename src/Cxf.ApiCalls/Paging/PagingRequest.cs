namespace Cxf.ApiCalls.Paging;

/// <summary>Requests all pages of an answer as one list. Only for GET.</summary>
public sealed record PagingRequest
{
    /// <summary>The maximum number of pages; the list must also fit a step's answer.</summary>
    public const int MaxPages = 100;

    /// <summary>The bound where none is given.</summary>
    public const int DefaultPages = 10;

    /// <summary>How one page links to the next.</summary>
    public required PagingKind Kind { get; init; }

    /// <summary>Where a page's items are, as a JSON pointer; empty when the page is the list itself.</summary>
    public string Items { get; init; } = "";

    /// <summary>
    /// Where the URL or the cursor is in the body, as a JSON pointer; null (for links only) for the Link header.
    /// </summary>
    public string? Next { get; init; }

    /// <summary>The query parameter of the cursor or of the page's number.</summary>
    public string? Parameter { get; init; }

    /// <summary>The first page's number.</summary>
    public int First { get; init; } = 1;

    /// <summary>
    /// The maximum number of pages to read. If there are more, the call fails, because an incomplete list would be wrong.
    /// </summary>
    public int Limit { get; init; } = DefaultPages;
}

/// <summary>How a third party links one page of an answer to the next.</summary>
public enum PagingKind
{
    /// <summary>By a URL: in the Link header with <c>rel="next"</c> (RFC 8288), or at a pointer in the body.</summary>
    Link,

    /// <summary>By a cursor at a pointer in the body, sent as a query parameter.</summary>
    Cursor,

    /// <summary>By a number in a query parameter that counts up until a page has no items.</summary>
    Page,
}
