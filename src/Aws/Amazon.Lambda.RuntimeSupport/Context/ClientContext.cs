using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>The client context that a caller sent (header Lambda-Runtime-Client-Context, JSON).</summary>
internal sealed class ClientContext : IClientContext
{
    public required IDictionary<string, string> Environment { get; init; }

    public required IClientApplication? Client { get; init; }

    public required IDictionary<string, string> Custom { get; init; }

    /// <summary>Null where the caller sent none.</summary>
    public static ClientContext? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        var root = JsonElement.Parse(json);
        return new ClientContext
        {
            Environment = Texts(root, "env"),
            Custom = Texts(root, "custom"),
            Client =
                root.TryGetProperty("client", out var client) && client.ValueKind == JsonValueKind.Object
                    ? ClientApplication.Read(client)
                    : null,
        };
    }

    private static Dictionary<string, string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString())
            : [];
}
