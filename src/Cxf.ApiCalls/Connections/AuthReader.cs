using Cxf.ApiCalls.Authentication;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the <c>auth</c> object of a connection document.</summary>
internal static class AuthReader
{
    private static readonly Dictionary<string, bool> ClientSecretPlaces = new() { ["header"] = false, ["body"] = true };

    private static readonly Dictionary<string, Func<JsonCursor, ApiAuth>> Kinds = new(StringComparer.Ordinal)
    {
        ["none"] = Plain(new NoAuth()),
        ["basic"] = Plain(new BasicAuth()),
        ["bearer"] = Plain(new BearerAuth()),
        ["apiKeyHeader"] = ReadApiKeyHeader,
        ["apiKeyQuery"] = ReadApiKeyQuery,
        ["oauth2ClientCredentials"] = ReadClientCredentials,
        ["oauth2RefreshToken"] = ReadRefreshToken,
        ["jwtBearer"] = ReadJwtBearer,
        ["awsSignature"] = ReadAwsSignature,
    };

    public static ApiAuth Read(JsonCursor? cursor)
    {
        if (
            cursor is null
            || !cursor.IsObject()
            || cursor.RequiredMember("kind", $"Add \"kind\": one of {string.Join(", ", Kinds.Keys)}.") is not { } kind
            || kind.AsText() is not { } word
        )
        {
            return new NoAuth();
        }

        if (Kinds.TryGetValue(word, out var read))
        {
            return read(cursor);
        }

        kind.Report(
            cursor.Reader.Codes.NotAWord,
            $"There is no auth kind \"{word}\".",
            $"Use one of: {string.Join(", ", Kinds.Keys)}."
        );
        return new NoAuth();
    }

    private static Func<JsonCursor, ApiAuth> Plain(ApiAuth auth) =>
        cursor =>
        {
            cursor.RefuseUnknown("kind");
            return auth;
        };

    private static ApiKeyHeaderAuth ReadApiKeyHeader(JsonCursor cursor)
    {
        cursor.RefuseUnknown("kind", "header");
        var header = cursor.RequiredMember("header", "Add \"header\": the header for the key.");
        return new ApiKeyHeaderAuth(ConnectionHeadersReader.ReadName(header) ?? "");
    }

    private static ApiKeyQueryAuth ReadApiKeyQuery(JsonCursor cursor)
    {
        cursor.RefuseUnknown("kind", "parameter");
        return new ApiKeyQueryAuth(Required(cursor, "parameter", "the query parameter for the key"));
    }

    private static ClientCredentialsAuth ReadClientCredentials(JsonCursor cursor)
    {
        cursor.RefuseUnknown("kind", "tokenUrl", "scope", "audience", "clientSecretIn");
        return new ClientCredentialsAuth(TokenUrl(cursor), Text(cursor, "scope"), Text(cursor, "audience"), SecretInBody(cursor));
    }

    private static RefreshTokenAuth ReadRefreshToken(JsonCursor cursor)
    {
        cursor.RefuseUnknown("kind", "tokenUrl", "scope", "clientSecretIn");
        return new RefreshTokenAuth(TokenUrl(cursor), Text(cursor, "scope"), SecretInBody(cursor));
    }

    private static JwtBearerAuth ReadJwtBearer(JsonCursor cursor)
    {
        cursor.RefuseUnknown("kind", "tokenUrl", "scope", "audience", "subject", "keyId");
        return new JwtBearerAuth(
            TokenUrl(cursor),
            Text(cursor, "scope"),
            Text(cursor, "audience"),
            Required(cursor, "subject", "the user that calls are made as"),
            Text(cursor, "keyId")
        );
    }

    private static AwsSignatureAuth ReadAwsSignature(JsonCursor cursor)
    {
        cursor.RefuseUnknown("kind", "region", "service");
        return new AwsSignatureAuth(
            Required(cursor, "region", "the region that signatures are scoped to"),
            Required(cursor, "service", "the service's signing name")
        );
    }

    private static Uri TokenUrl(JsonCursor cursor) =>
        cursor.RequiredMember("tokenUrl", "Add \"tokenUrl\": the OAuth 2 token endpoint.") is { } url
        && UrlReader.Read(url, forBase: false) is { } value
            ? value
            : UrlReader.Nowhere;

    private static string? Text(JsonCursor cursor, string name) => cursor.Member(name)?.AsText(maxLength: 1024);

    private static string Required(JsonCursor cursor, string name, string meaning) =>
        cursor.RequiredMember(name, $"Add \"{name}\": {meaning}.")?.AsText(maxLength: 256) ?? "";

    private static bool SecretInBody(JsonCursor cursor) => cursor.Member("clientSecretIn")?.AsWord(ClientSecretPlaces) ?? false;
}
