using Cxf.ApiCalls.Authentication;
using Cxf.Documents;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Connections;

/// <summary>
/// Reads a connection document:
/// <code>
/// {
///   "baseUrl": "https://crm.example.com/api/v2",
///   "auth": { "kind": "oauth2ClientCredentials", "tokenUrl": "https://login.example.com/token", "scope": "leads" },
///   "headers": { "Accept-Language": "en" },
///   "methods": ["GET", "POST"],
///   "timeouts": { "connectMs": 3000, "firstByteMs": 5000, "totalMs": 10000 },
///   "idempotencyHeader": "Idempotency-Key",
///   "redirectHosts": ["files.example.com"],
///   "clientCertificate": false,
///   "limits": { "maxConcurrent": 10, "ratePerSecond": 50 },
///   "tenantLimits": { "maxConcurrent": 40 },
///   "circuitBreaker": { "failurePercent": 50, "minCalls": 10, "windowSeconds": 30, "openSeconds": 30 },
///   "localServices": false
/// }
/// </code>
/// Only <c>baseUrl</c> is required. All problems are reported at once.
/// </summary>
public static class ConnectionReader
{
    /// <summary>The members of a document.</summary>
    internal static readonly string[] Members =
    [
        "$schema",
        "name",
        "baseUrl",
        "auth",
        "headers",
        "methods",
        "timeouts",
        "idempotencyHeader",
        "redirectHosts",
        "clientCertificate",
        "limits",
        "tenantLimits",
        "circuitBreaker",
        "localServices",
    ];

    /// <summary>Reads the document of one connection.</summary>
    /// <param name="tenant">The tenant that owns it.</param>
    /// <param name="id">The connection's id.</param>
    /// <param name="utf8">The document's text.</param>
    public static ReadResult<ApiConnection> Read(TenantId tenant, ConnectionId id, ReadOnlyMemory<byte> utf8)
    {
        var reader = new JsonDocumentReader(JsonSource.Parse(utf8), ConnectionCodes.Shape);
        var root = reader.Root;
        if (!root.IsObject())
        {
            return new ReadResult<ApiConnection>(null, reader.Diagnostics);
        }

        SecretsInDocument.Refuse(root);
        root.RefuseUnknown(Members);
        var baseUrl = root.RequiredMember("baseUrl", "Add \"baseUrl\": the URL that every path is appended to.") is { } url
            ? UrlReader.Read(url, forBase: true)
            : null;
        var connection = new ApiConnection
        {
            Tenant = tenant,
            Id = id,
            BaseUrl = baseUrl ?? UrlReader.Nowhere,
            Auth = AuthReader.Read(root.Member("auth")),
            Headers = ConnectionHeadersReader.Read(root.Member("headers")),
            Methods = MethodsReader.Read(root.Member("methods")),
            Timeouts = TimeoutsReader.Read(root.Member("timeouts")),
            IdempotencyHeader = ConnectionHeadersReader.ReadName(root.Member("idempotencyHeader")),
            RedirectHosts = RedirectHostsReader.Read(root.Member("redirectHosts")),
            ClientCertificate = root.Member("clientCertificate")?.AsFlag() ?? false,
            Limits = LimitsReader.Read(root.Member("limits")),
            TenantLimits = LimitsReader.Read(root.Member("tenantLimits")),
            Breaker = LimitsReader.ReadBreaker(root.Member("circuitBreaker")),
            LocalServices = root.Member("localServices")?.AsFlag() ?? false,
        };
        LimitsReader.CompareWithTenant(root.Member("limits"), root.Member("tenantLimits"));
        if (connection.Auth is AwsSignatureAuth)
        {
            ConnectionHeadersReader.RefuseSigned(root);
        }

        return new ReadResult<ApiConnection>(reader.HasErrors ? null : connection, reader.Diagnostics);
    }
}
