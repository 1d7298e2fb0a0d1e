using System.Buffers;
using Cxf.ApiCalls.Authentication;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the <c>auth</c> object of a connection document.</summary>
internal static class AuthReader
{
    private static readonly SearchValues<char> ScopeCharacters = SearchValues.Create(
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    private static readonly Dictionary<string, bool> ClientSecretPlaces = new() { ["header"] = false, ["body"] = true };

    private static readonly string[] OfTokens = ["scope", "audience", "resource", "clientSecretIn", "clientAssertion"];

    private static readonly Dictionary<string, AuthKind> Known = new(StringComparer.Ordinal)
    {
        ["none"] = new(_ => new NoAuth(), [], []),
        ["basic"] = new(_ => new BasicAuth(), [], []),
        ["bearer"] = new(_ => new BearerAuth(), [], []),
        ["apiKeyHeader"] = new(ReadApiKeyHeader, ["header"], []),
        ["apiKeyQuery"] = new(ReadApiKeyQuery, ["parameter"], []),
        ["oauth2ClientCredentials"] = new(ReadClientCredentials, ["tokenUrl"], OfTokens),
        ["oauth2RefreshToken"] = new(ReadRefreshToken, ["tokenUrl"], OfTokens),
        ["jwtBearer"] = new(
            ReadJwtBearer,
            ["tokenUrl", "subject"],
            ["scope", "audience", "resource", "keyId", "sendClientId", "clientAssertion"]
        ),
        ["awsSignature"] = new(ReadAwsSignature, ["region", "service"], []),
    };

    /// <summary>The kinds with the members that each requires and allows.</summary>
    public static IReadOnlyDictionary<string, AuthKind> Kinds => Known;

    /// <summary>Where a client secret can be sent.</summary>
    public static IReadOnlyCollection<string> SecretPlaces => ClientSecretPlaces.Keys;

    public static ApiAuth Read(JsonCursor? cursor)
    {
        if (
            cursor is null
            || !cursor.IsObject()
            || cursor.RequiredMember("kind", $"Add \"kind\": one of {string.Join(", ", Known.Keys)}.") is not { } kind
            || kind.AsText() is not { } word
        )
        {
            return new NoAuth();
        }

        if (Known.TryGetValue(word, out var known))
        {
            cursor.RefuseUnknown(["kind", .. known.Required, .. known.Optional]);
            return known.Read(cursor);
        }

        kind.Report(
            cursor.Reader.Codes.NotAWord,
            $"There is no auth kind \"{word}\".",
            $"Use one of: {string.Join(", ", Known.Keys)}."
        );
        return new NoAuth();
    }

    private static ApiKeyHeaderAuth ReadApiKeyHeader(JsonCursor cursor)
    {
        var header = cursor.RequiredMember("header", "Add \"header\": the header for the key.");
        return new ApiKeyHeaderAuth(ConnectionHeadersReader.ReadName(header) ?? "");
    }

    private static ApiKeyQueryAuth ReadApiKeyQuery(JsonCursor cursor)
    {
        return new ApiKeyQueryAuth(Required(cursor, "parameter", "the query parameter for the key"));
    }

    private static ClientCredentialsAuth ReadClientCredentials(JsonCursor cursor)
    {
        return new ClientCredentialsAuth(TokenUrl(cursor), Text(cursor, "scope"), Text(cursor, "audience"), SecretInBody(cursor))
        {
            Resource = Resource(cursor),
            ClientAssertion = ReadClientAssertion(cursor),
        };
    }

    private static RefreshTokenAuth ReadRefreshToken(JsonCursor cursor)
    {
        return new RefreshTokenAuth(TokenUrl(cursor), Text(cursor, "scope"), SecretInBody(cursor), Text(cursor, "audience"))
        {
            Resource = Resource(cursor),
            ClientAssertion = ReadClientAssertion(cursor),
        };
    }

    private static JwtBearerAuth ReadJwtBearer(JsonCursor cursor)
    {
        return new JwtBearerAuth(
            TokenUrl(cursor),
            Text(cursor, "scope"),
            Text(cursor, "audience"),
            Required(cursor, "subject", "the user that calls are made as"),
            Text(cursor, "keyId")
        )
        {
            Resource = Resource(cursor),
            ClientAssertion = ReadClientAssertion(cursor),
            SendsClientId = cursor.Member("sendClientId")?.AsFlag() ?? false,
        };
    }

    private static ClientAssertion? ReadClientAssertion(JsonCursor cursor)
    {
        if (cursor.Member("clientAssertion") is not { } assertion || !assertion.IsObject())
        {
            return null;
        }

        assertion.RefuseUnknown("audience", "keyId");
        cursor
            .Member("clientSecretIn")
            ?.Report(
                ConnectionCodes.ClientAuthenticatedTwice,
                "The client authenticates with \"clientAssertion\", so it sends no client secret.",
                "Remove \"clientSecretIn\" or \"clientAssertion\"."
            );
        return new ClientAssertion(Text(assertion, "audience"), Text(assertion, "keyId"));
    }

    private static string? Resource(JsonCursor cursor)
    {
        var text = Text(cursor, "resource");
        if (text is not null && (!Uri.TryCreate(text, UriKind.Absolute, out _) || text.Contains('#')))
        {
            cursor
                .Member("resource")!
                .Report(
                    ConnectionCodes.UrlUnusable,
                    "The resource is not an absolute URI without a fragment (RFC 8707).",
                    "Write the URI that the third party documents, e.g. https://api.example.com."
                );
        }

        return text;
    }

    private static AwsSignatureAuth ReadAwsSignature(JsonCursor cursor)
    {
        return new AwsSignatureAuth(
            ScopePart(cursor, "region", "the region that signatures are scoped to"),
            ScopePart(cursor, "service", "the service's signing name")
        );
    }

    private static string ScopePart(JsonCursor cursor, string name, string meaning)
    {
        var text = Required(cursor, name, meaning);
        if (text.AsSpan().ContainsAnyExcept(ScopeCharacters))
        {
            cursor
                .Member(name)!
                .Report(
                    ConnectionCodes.ScopeUnusable,
                    $"The {name} has other characters than letters, digits and hyphens.",
                    $"Write {meaning}, e.g. {(name == "region" ? "eu-central-1" : "execute-api")}."
                );
        }

        return text;
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
