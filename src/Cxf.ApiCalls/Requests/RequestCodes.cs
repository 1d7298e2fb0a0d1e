using Cxf.Documents;

namespace Cxf.ApiCalls.Requests;

/// <summary>The diagnostic codes of requests to CallApi.</summary>
public static class RequestCodes
{
    /// <summary>A tenant or connection id that breaks the rule of identifiers.</summary>
    public const string IdentifierInvalid = "CXF3110";

    /// <summary>A deadline that is neither an ISO 8601 instant nor milliseconds since 1970.</summary>
    public const string DeadlineInvalid = "CXF3111";

    /// <summary>Paging with a method other than GET.</summary>
    public const string PagingNeedsGet = "CXF3112";

    /// <summary>A fallback with a method other than GET.</summary>
    public const string FallbackNeedsGet = "CXF3113";

    /// <summary>A text in <c>paging</c> that is not a JSON pointer.</summary>
    public const string PagingPointer = "CXF3114";

    /// <summary>The problems of shape: CXF3101 to CXF3107.</summary>
    public static ShapeCodes Shape { get; } = new("CXF3101", "CXF3102", "CXF3103", "CXF3104", "CXF3105", "CXF3106", "CXF3107");
}
