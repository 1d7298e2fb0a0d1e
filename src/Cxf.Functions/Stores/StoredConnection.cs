using System.Security.Cryptography;
using System.Text;
using Cxf.ApiCalls.Connections;
using Cxf.Documents;
using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Stores;

/// <summary>A connection's record.</summary>
/// <param name="Document">The connection document.</param>
/// <param name="Revision">
/// Tells this state of the record from every other, also from those of a tenant that had the id before.
/// </param>
public sealed record StoredConnection(string Document, string Revision)
{
    private ReadResult<ApiConnection>? _read;

    /// <summary>A record whose revision is derived from its contents.</summary>
    /// <param name="document">The document.</param>
    /// <param name="generation">The generation of the tenant that owns it.</param>
    /// <param name="written">What the store adds to each write; empty if it adds nothing.</param>
    public static StoredConnection Of(string document, int generation, string written) =>
        new(document, $"{generation}/{written}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))}");

    /// <summary>The connection of the document, which is read once.</summary>
    /// <param name="tenant">The tenant that owns the record.</param>
    /// <param name="connection">The connection's id.</param>
    public ReadResult<ApiConnection> Read(TenantId tenant, ConnectionId connection) =>
        _read ??= ConnectionReader.Read(tenant, connection, Encoding.UTF8.GetBytes(Document));

    /// <summary>Whether both are the same state of a record.</summary>
    public bool Equals(StoredConnection? other) => other?.Document == Document && other.Revision == Revision;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Document, Revision);
}
