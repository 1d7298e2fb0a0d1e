using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>The connections in a tenant's folder, as far as the checks of flows need them.</summary>
/// <param name="Methods">The methods that each allows.</param>
/// <param name="Idempotent">Those that send an idempotency key.</param>
/// <param name="Signing">Those that sign their requests for AWS.</param>
internal sealed record TenantConnections(
    IReadOnlyDictionary<ConnectionId, IReadOnlyCollection<string>> Methods,
    IReadOnlySet<ConnectionId> Idempotent,
    IReadOnlySet<ConnectionId> Signing
)
{
    /// <summary>The names of headers and query parameters that each sets itself.</summary>
    public required IReadOnlyDictionary<ConnectionId, IReadOnlyCollection<string>> SetNames { get; init; }

    /// <summary>What the third parties say of their APIs, where that was imported.</summary>
    public required IReadOnlyDictionary<ConnectionId, ApiDescription> Descriptions { get; init; }

    private static readonly string[] Every = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    /// <summary>
    /// One connection of a tenant's folder. Null if it does not exist, has errors, or has values that are known only when the
    /// folder is deployed (<c>${Name}</c>).
    /// </summary>
    public static async Task<ApiConnection?> FindAsync(string tenantFolder, ConnectionId id, CancellationToken cancellationToken)
    {
        var file = Path.Combine(tenantFolder, "connections", id + ".json");
        return
            File.Exists(file)
            && await DocumentFile.ReadAsync(file, cancellationToken) is { Problem: null } document
            && !document.Text.Contains("${", StringComparison.Ordinal)
            && TenantId.TryParse(Path.GetFileName(Path.TrimEndingDirectorySeparator(tenantFolder)), out var tenant)
            ? Read(tenant, id, document.Bytes).Value
            : null;
    }

    /// <summary>Reads the files of the tenant's folder <c>connections</c>.</summary>
    public static async Task<TenantConnections> ReadAsync(
        string tenantFolder,
        TenantId tenant,
        CancellationToken cancellationToken
    )
    {
        var methods = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        var idempotent = new HashSet<ConnectionId>();
        var signing = new HashSet<ConnectionId>();
        var set = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        var descriptions = new Dictionary<ConnectionId, ApiDescription>();
        foreach (var file in JsonFiles.In(Path.Combine(tenantFolder, "connections")))
        {
            if (!ConnectionId.TryParse(Path.GetFileNameWithoutExtension(file), out var id))
            {
                continue;
            }

            var document = await DocumentFile.ReadAsync(file, cancellationToken);
            var connection = document.Problem is null ? Read(tenant, id, document.Bytes).Value : null;

            // A connection with errors exists: flows are not wrong because they use it.
            methods[id] = connection is null ? Every : connection.Methods;
            if (connection is null or { IdempotencyHeader: not null })
            {
                idempotent.Add(id);
            }

            if (connection?.Auth is AwsSignatureAuth)
            {
                signing.Add(id);
            }

            set[id] = connection?.OwnNames ?? [];
            var description = DescriptionFiles.Of(tenantFolder, id);
            if (
                File.Exists(description)
                && ApiDescription.Read((await DocumentFile.ReadAsync(description, cancellationToken)).Bytes, out _)
                    is { } described
            )
            {
                descriptions[id] = described;
            }
        }

        return new TenantConnections(methods, idempotent, signing) { SetNames = set, Descriptions = descriptions };
    }

    /// <summary>
    /// Reads a connection's file. A placeholder counts as an address: it is replaced when the folder is deployed.
    /// </summary>
    public static ReadResult<ApiConnection> Read(TenantId tenant, ConnectionId id, byte[] utf8) =>
        ConnectionReader.Read(tenant, id, Placeholders.FillAll(utf8));
}
