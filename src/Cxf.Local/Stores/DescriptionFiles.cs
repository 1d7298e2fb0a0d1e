using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.FlowDocuments;

namespace Cxf.Local.Stores;

/// <summary>
/// Where the descriptions of connections are in a tenant's folder: in a folder of their own next to the connections, so that
/// nothing takes them for a connection.
/// </summary>
internal static class DescriptionFiles
{
    /// <summary>The name of that folder.</summary>
    public const string Folder = "descriptions";

    /// <summary>The file of a connection's description.</summary>
    public static string Of(string tenantFolder, ConnectionId connection) =>
        Path.Combine(tenantFolder, Folder, connection + ".json");

    /// <summary>
    /// Reads the description of a connection; null with the reason, and what to do, if the file is not a description.
    /// </summary>
    public static async Task<(ApiDescription? Description, string Problem)> ReadAsync(
        string tenantFolder,
        ConnectionId connection,
        CancellationToken cancellationToken
    )
    {
        var file = Of(tenantFolder, connection);
        var description = ApiDescription.Read((await DocumentFile.ReadAsync(file, cancellationToken)).Bytes, out var problem);
        return (description, description is null ? $"{file}: {problem} Import it again: cxf connection import." : "");
    }
}
