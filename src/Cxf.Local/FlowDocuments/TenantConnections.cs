using System.Text;
using System.Text.RegularExpressions;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;

namespace Cxf.Local.FlowDocuments;

/// <summary>The readable connections in a tenant's folder, as far as the checks of flows need them.</summary>
/// <param name="Methods">The methods that each allows.</param>
/// <param name="Idempotent">Those that send an idempotency key.</param>
/// <param name="Signing">Those that sign their requests for AWS.</param>
internal sealed partial record TenantConnections(
    IReadOnlyDictionary<ConnectionId, IReadOnlyCollection<string>> Methods,
    IReadOnlySet<ConnectionId> Idempotent,
    IReadOnlySet<ConnectionId> Signing
)
{
    /// <summary>Reads the files of the tenant's folder <c>connections</c>.</summary>
    public static async Task<TenantConnections> ReadAsync(
        string tenantFolder,
        TenantId tenant,
        CancellationToken cancellationToken
    )
    {
        var connections = new List<ApiConnection>();
        var folder = Path.Combine(tenantFolder, "connections");
        foreach (
            var file in Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>()
        )
        {
            // A placeholder is replaced when the folder is deployed; until then, any address represents it.
            var text = Placeholder().Replace(await File.ReadAllTextAsync(file, cancellationToken), "https://placeholder.invalid");
            if (
                ConnectionId.TryParse(Path.GetFileNameWithoutExtension(file), out var id)
                && ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(text)).Value is { } connection
            )
            {
                connections.Add(connection);
            }
        }

        return new TenantConnections(
            connections.ToDictionary(connection => connection.Id, IReadOnlyCollection<string> (connection) => connection.Methods),
            connections
                .Where(connection => connection.IdempotencyHeader is not null)
                .Select(connection => connection.Id)
                .ToHashSet(),
            connections.Where(connection => connection.Auth is AwsSignatureAuth).Select(connection => connection.Id).ToHashSet()
        );
    }

    [GeneratedRegex(@"\$\{[A-Za-z]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
