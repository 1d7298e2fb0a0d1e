using System.Text.Json;

namespace Cxf.OpenApi;

/// <summary>The operations of a document that a connection can use, in the order of the document.</summary>
internal static class OperationSearch
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    private static readonly string[] Others = ["TRACE", "QUERY"];

    /// <summary>Finds them.</summary>
    /// <param name="root">The document.</param>
    /// <param name="prefix">What the connection's base URL lacks of the server's.</param>
    /// <param name="unsupported">Gets what is left out.</param>
    public static IReadOnlyList<FoundOperation> In(JsonElement root, string prefix, UnsupportedParts unsupported)
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

            if (path.Value.TryGetProperty("$ref", out _))
            {
                unsupported.Add("paths that refer to another place");
            }

            foreach (var operation in path.Value.EnumerateObject())
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

    private static string? IdOf(JsonElement operation) =>
        operation.TryGetProperty("operationId", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 } text
            ? text
            : null;
}
