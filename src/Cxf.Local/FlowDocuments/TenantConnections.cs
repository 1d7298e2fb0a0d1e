using System.Text;
using System.Text.RegularExpressions;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Identifiers;

namespace Cxf.Local.FlowDocuments;

/// <summary>The connections in a tenant's folder, as far as the checks of flows ask for them.</summary>
internal static partial class TenantConnections
{
    /// <summary>The connections that can be read, and the methods each allows.</summary>
    public static async Task<Dictionary<ConnectionId, IReadOnlyCollection<string>>> ReadAsync(
        string tenantFolder, TenantId tenant, CancellationToken cancellationToken)
    {
        var connections = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        var folder = Path.Combine(tenantFolder, "connections");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            // A placeholder is filled in when the folder is deployed; until then any address stands for it.
            var text = Placeholder().Replace(await File.ReadAllTextAsync(file, cancellationToken), "https://placeholder.invalid");
            if (ConnectionId.TryParse(Path.GetFileNameWithoutExtension(file), out var id)
                && ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(text)).Value is { } connection)
            {
                connections[id] = connection.Methods;
            }
        }

        return connections;
    }

    [GeneratedRegex(@"\$\{[A-Za-z]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
