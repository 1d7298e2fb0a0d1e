namespace Cxf.ApiCalls.Paging;

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
