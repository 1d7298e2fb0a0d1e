using System.Text.Json.Nodes;
using Cxf.Documents.Schemas;
using static Cxf.Documents.Schemas.SchemaParts;

namespace Cxf.ApiCalls.Connections;

/// <summary>The JSON Schema (2020-12) of a connection document, for editors; made from what the reader goes by.</summary>
public static class ConnectionSchema
{
    // A placeholder is replaced when the folder is published.
    private const string Url = @"^(https?://|\$\{[A-Za-z]+\})";

    /// <summary>Writes the schema.</summary>
    public static string Write() =>
        SchemaDocument.Write(
            "connection",
            "CXF connection",
            Members(
                "A connection to a third party: where calls go and how they authenticate. It contains no secrets.",
                ["baseUrl"],
                [.. ConnectionReader.Members.Select(member => (member, Of(member)))]
            ),
            new JsonObject { ["limits"] = Limits() }
        );

    private static JsonObject Of(string member) =>
        member switch
        {
            "$schema" => SchemaDocument.Member.Schema,
            "name" => Text("What the connection is, for readers."),
            "baseUrl" => Pattern("The URL that every path is appended to.", Url),
            "auth" => Auth(),
            "headers" => new JsonObject
            {
                ["description"] = "Headers of every request. Never a secret.",
                ["type"] = "object",
                ["additionalProperties"] = Text("The header's value."),
            },
            "methods" => List(
                $"The methods that flows may use. Default: {string.Join(", ", HttpMethods.Default)}.",
                Either(
                    "An HTTP method.",
                    Words("The usual methods.", HttpMethods.Default),
                    Pattern("Another method.", $"^(?!(?:{string.Join('|', HttpMethods.NeverUsable)})$)[A-Z]{{1,20}}$")
                )
            ),
            "timeouts" => Members(
                "Limits of time, in milliseconds.",
                [],
                ("connectMs", Milliseconds("To connect. Default: 3000.")),
                ("firstByteMs", Milliseconds("To the answer's headers. Default: no separate limit.")),
                ("totalMs", Milliseconds("For the whole call. Default: 10000."))
            ),
            "idempotencyHeader" => Text("The header for the idempotency key, for example Idempotency-Key."),
            "redirectHosts" => List(
                "Hosts besides the base URL's that redirects may lead to.",
                Pattern("A host, with its port if it is not the default.", @"^[^\s/*]+$")
            ),
            "clientCertificate" => Flag("Whether calls show a client certificate (mutual TLS). Default: false."),
            "limits" => Ref("limits", "The limits of the connection's calls, all instances together."),
            "tenantLimits" => Ref("limits", "The limits of the calls of all connections of the tenant that name them."),
            "circuitBreaker" => Breaker(),
            "localServices" => Flag("Whether calls may go to the local stand-ins for AWS services. Default: false."),
            _ => throw new InvalidOperationException($"The schema does not have the member {member}."),
        };

    // By if and then, so that an editor says what is wrong with this kind.
    private static JsonObject Auth() =>
        new()
        {
            ["description"] = "How calls authenticate. Default: not at all.",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["kind"] = Words("The kind of authentication.", AuthReader.Kinds.Keys) },
            ["required"] = new JsonArray("kind"),
            ["allOf"] = new JsonArray([.. AuthReader.Kinds.Select(kind => Auth(kind.Key, kind.Value))]),
        };

    private static JsonObject Auth(string name, AuthKind kind) =>
        new()
        {
            ["if"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = name } },
                ["required"] = new JsonArray("kind"),
            },
            ["then"] = Members(
                $"Authentication of the kind {name}.",
                kind.Required,
                [
                    ("kind", new JsonObject { ["const"] = name }),
                    .. kind.Required.Concat(kind.Optional).Select(member => (member, OfAuth(member))),
                ]
            ),
        };

    private static JsonObject OfAuth(string member) =>
        member switch
        {
            "header" => Text("The header for the key."),
            "parameter" => Text("The query parameter for the key."),
            "tokenUrl" => Pattern("The OAuth 2 token endpoint.", Url),
            "scope" => Text("The scopes to ask for."),
            "audience" => Text("Who the token or the assertion is for."),
            "resource" => Text("The resource that the token is for, an absolute URI (RFC 8707)."),
            "clientSecretIn" => Words("Where the client secret is sent. Default: header.", AuthReader.SecretPlaces),
            "clientAssertion" => Members(
                "The client authenticates with a signed assertion instead of a secret (private_key_jwt).",
                [],
                ("audience", Text("Who the assertion is for. Default: the token URL.")),
                ("keyId", Text("The id of the key that signs."))
            ),
            "subject" => Text("The user that calls are made as."),
            "keyId" => Text("The id of the key that signs."),
            "sendClientId" => Flag("Whether client_id is sent too. Default: false."),
            "region" => Text("The AWS region that signatures are scoped to, for example eu-central-1."),
            "service" => Text("The service's signing name, for example execute-api."),
            _ => throw new InvalidOperationException($"The schema does not have the member {member} of auth."),
        };

    private static JsonObject Limits() =>
        Members(
            "Limits of calls.",
            [],
            ("maxConcurrent", Integer("The most calls in flight at a time.", 1, CallLimits.HighestMaxConcurrent)),
            ("ratePerSecond", Integer("The most calls that start in a second.", 1, CallLimits.HighestRatePerSecond))
        );

    private static JsonObject Breaker() =>
        Members(
            "When calls are stopped because the third party fails. Default: never.",
            [],
            ("failurePercent", Integer("The share of failed calls that stops calls. Default: 50.", 1, 100)),
            ("minCalls", Integer("Fewer calls never stop calls. Default: 10.", 1, CircuitBreaker.HighestMinCalls)),
            ("windowSeconds", Integer("The time over which calls are counted. Default: 30.", 1, CircuitBreaker.MaxSeconds)),
            ("openSeconds", Integer("How long calls fail at once. Default: 30.", 1, CircuitBreaker.MaxSeconds))
        );

    private static JsonObject Milliseconds(string description) =>
        Integer(description, ConnectionTimeouts.MinMs, ConnectionTimeouts.MaxMs);
}
