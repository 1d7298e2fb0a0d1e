using System.Security.Cryptography;
using System.Text;

namespace Cxf.Functions.Stores;

/// <summary>A connection's record.</summary>
/// <param name="Document">The connection document.</param>
/// <param name="Revision">Tells this state of the record from every other, also from those of a tenant that had the id before.</param>
public sealed record StoredConnection(string Document, string Revision)
{
    /// <summary>A record whose revision is derived from its contents.</summary>
    /// <param name="document">The document.</param>
    /// <param name="generation">The generation of the tenant that owns it.</param>
    /// <param name="written">What the store adds to each write; empty if it adds nothing.</param>
    public static StoredConnection Of(string document, int generation, string written) =>
        new(document, $"{generation}/{written}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))}");
}
