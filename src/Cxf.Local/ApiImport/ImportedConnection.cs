using System.Text.Json.Nodes;
using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;
using Cxf.Local.ConnectExport;
using Cxf.OpenApi;

namespace Cxf.Local.ApiImport;

/// <summary>The connection that an OpenAPI document proposes.</summary>
internal static class ImportedConnection
{
    /// <summary>Writes its document.</summary>
    public static string Write(ProposedConnection proposed)
    {
        var connection = new JsonObject
        {
            ["name"] = proposed.Name.Length > 0 ? proposed.Name : "The third party that flows call",
            ["baseUrl"] = proposed.BaseUrl ?? "https://api.example.com",
        };
        if (proposed.Auth is { } auth)
        {
            connection["auth"] = new JsonObject(
                auth.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)JsonValue.Create(member.Value)))
            );
        }

        connection["methods"] = new JsonArray([.. proposed.Methods.Select(method => JsonValue.Create(method))]);
        connection["timeouts"] = new JsonObject { ["connectMs"] = 1000, ["totalMs"] = 3000 };
        return CompactJson.Write(connection) + "\n";
    }

    /// <summary>What a person must know or decide.</summary>
    public static IEnumerable<string> Notes(ProposedConnection proposed, ApiConnection? existing, ConnectionId id)
    {
        foreach (var note in proposed.Notes.Distinct())
        {
            yield return note;
        }

        if (existing is null)
        {
            if (proposed.Auth is { } auth)
            {
                yield return $"Calls authenticate with {auth[0].Value}; the secret is not a part of the connection.";
            }

            yield break;
        }

        var missing = proposed.Methods.Where(method => !existing.Methods.Contains(method)).ToList();
        if (missing.Count > 0)
        {
            yield return $"The connection \"{id}\" does not allow {string.Join(", ", missing)}; it was not changed.";
        }

        if (
            proposed.BaseUrl is { } url
            && Uri.TryCreate(url, UriKind.Absolute, out var server)
            && !server.Host.Equals(existing.BaseUrl.Host, StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return $"The connection \"{id}\" calls {existing.BaseUrl.Host}, the document describes {server.Host}.";
        }
    }
}
