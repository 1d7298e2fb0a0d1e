using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>The diagnostic codes of connection documents.</summary>
public static class ConnectionCodes
{
    /// <summary>The base URL, or a token endpoint, is not a URL that calls can use.</summary>
    public const string UrlUnusable = "CXF3010";

    /// <summary>Plain HTTP, which only a deployment that allows it will call.</summary>
    public const string PlainHttp = "CXF3011";

    /// <summary>A header that a connection may not set, or that is not a valid header.</summary>
    public const string HeaderRefused = "CXF3012";

    /// <summary>A default header that looks as if it carried a secret.</summary>
    public const string SecretInHeader = "CXF3013";

    /// <summary>A method that cannot be allowed.</summary>
    public const string MethodUnusable = "CXF3014";

    /// <summary>A redirect host that is not a plain host name.</summary>
    public const string HostUnusable = "CXF3015";

    /// <summary>A limit of time that another one makes pointless.</summary>
    public const string LimitPointless = "CXF3016";

    /// <summary>A member that looks like a secret.</summary>
    public const string SecretInDocument = "CXF3017";

    /// <summary>A region or service that no AWS signature can have.</summary>
    public const string ScopeUnusable = "CXF3018";

    /// <summary>A header that the connection's AWS signature sets.</summary>
    public const string HeaderSigned = "CXF3019";

    /// <summary>A client that authenticates both with a secret and with an assertion.</summary>
    public const string ClientAuthenticatedTwice = "CXF3020";

    /// <summary>Limits of calls that limit nothing.</summary>
    public const string LimitWithoutEffect = "CXF3021";

    /// <summary>Connections of one tenant that name different limits of the tenant.</summary>
    public const string TenantLimitsDiffer = "CXF3022";

    /// <summary>A byte order mark at the start of the file.</summary>
    public const string ByteOrderMark = "CXF3008";

    /// <summary>The problems of shape: CXF3001 to CXF3007.</summary>
    public static ShapeCodes Shape { get; } =
        new("CXF3001", "CXF3002", "CXF3003", "CXF3004", "CXF3005", "CXF3006", "CXF3007") { ByteOrderMark = ByteOrderMark };
}
