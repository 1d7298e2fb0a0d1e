using System.Text.Json;
using Cxf.Documents;

namespace Cxf.OpenApi;

/// <summary>The operations of a document that a connection can use, in the order of the document.</summary>
internal static class OperationSearch
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    private static readonly string[] Others = ["TRACE", "QUERY"];

    /// <summary>Finds them.</summary>
    /// <param name="root">The document.</param>
    /// <param name="parts">Finds paths that refer to another place.</param>
    /// <param name="prefix">What the connection's base URL lacks of the server's.</param>
    /// <param name="unsupported">Gets what is left out.</param>
    public static IReadOnlyList<FoundOperation> In(
        JsonElement root,
        DocumentParts parts,
        string prefix,
        UnsupportedParts unsupported
    )
    {
        var found = new List<FoundOperation>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (!root.TryGetProperty("paths", out var paths) || paths.ValueKind != JsonValueKind.Object)
        {
            return found;
        }

        foreach (var path in paths.EnumerateObject())
        {
            if (!path.Name.StartsWith('/') || path.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var item = parts.PathItem(path.Value);
            if (item.TryGetProperty("$ref", out _))
            {
                unsupported.Add("paths that refer to what is not there");
            }

            foreach (var operation in item.EnumerateObject())
            {
                var method = operation.Name.ToUpperInvariant();
                if (Others.Contains(method))
                {
                    unsupported.Add($"operations with {method}");
                }
                else if (Methods.Contains(method) && operation.Value.ValueKind == JsonValueKind.Object)
                {
                    if (path.Name.Contains('?') || path.Name.Contains('#'))
                    {
                        unsupported.Add("paths with a query or a fragment");
                        continue;
                    }

                    NoteServer(root, item, operation.Value, unsupported);

                    // Without an ID of its own, or with that of another one, it is named by what it does.
                    var below = prefix + path.Name;
                    var id = IdOf(operation.Value) is { } own && ids.Add(own) ? own : $"{method} {below}";
                    ids.Add(id);
                    found.Add(new FoundOperation(id, method, below, path.Name));
                }
            }
        }

        return found;
    }

    // A connection has one server.
    private static void NoteServer(JsonElement root, JsonElement item, JsonElement operation, UnsupportedParts unsupported)
    {
        var own = Servers(operation) is { Count: > 0 } servers ? servers : Servers(item);
        if (own.Count > 0 && !own.Intersect(Servers(root)).Any())
        {
            unsupported.Add($"operations on another server ({own[0]})");
        }
    }

    private static List<string> Servers(JsonElement holder) =>
        [.. holder.Get("servers").Items().Select(server => server.Text("url")?.TrimEnd('/')).OfType<string>()];

    private static string? IdOf(JsonElement operation) =>
        operation.TryGetProperty("operationId", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 } text
            ? text
            : null;
}
