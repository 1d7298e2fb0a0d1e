using System.Text.Json.Nodes;
using Cxf.Local.ConnectExport;

namespace Cxf.Local.NewDocuments;

/// <summary>The first version of a connection.</summary>
internal static class NewConnection
{
    // What each kind of authentication needs besides its secret, for the author to change.
    private static readonly Dictionary<string, (string Name, string Value)[]> Auth = new()
    {
        ["none"] = [],
        ["basic"] = [],
        ["bearer"] = [],
        ["apiKeyHeader"] = [("header", "X-Api-Key")],
        ["apiKeyQuery"] = [("parameter", "key")],
        ["oauth2ClientCredentials"] = [("tokenUrl", "https://login.example.com/oauth2/token")],
        ["oauth2RefreshToken"] = [("tokenUrl", "https://login.example.com/oauth2/token")],
        ["jwtBearer"] = [("tokenUrl", "https://login.example.com/oauth2/token"), ("subject", "user@example.com")],
        ["awsSignature"] = [("region", "us-east-1"), ("service", "execute-api")],
    };

    /// <summary>The kinds of authentication.</summary>
    public static IReadOnlyCollection<string> Kinds => Auth.Keys;

    /// <summary>Writes the document.</summary>
    /// <param name="url">The base URL.</param>
    /// <param name="auth">The kind of authentication.</param>
    /// <param name="schema">Where its schema is; null if nowhere.</param>
    public static string Write(string url, string auth, string? schema)
    {
        var connection = new JsonObject();
        if (schema is not null)
        {
            connection["$schema"] = schema;
        }

        connection["name"] = "The third party that flows call";
        connection["baseUrl"] = url;
        if (auth != "none")
        {
            connection["auth"] = new JsonObject(
                Auth[auth].Prepend(("kind", auth)).Select(member => KeyValuePair.Create(member.Item1, (JsonNode?)member.Item2))
            );
        }

        connection["methods"] = new JsonArray("GET", "POST");
        connection["timeouts"] = new JsonObject { ["connectMs"] = 1000, ["totalMs"] = 3000 };
        return CompactJson.Write(connection) + "\n";
    }
}
